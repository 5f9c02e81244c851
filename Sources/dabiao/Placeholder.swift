@main enum Dabiao { static func main() {} }
