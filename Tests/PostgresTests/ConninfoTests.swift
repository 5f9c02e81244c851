import Postgres
import Testing

@Suite struct ConninfoTests {
  @Test(arguments: [
    "postgresql://clerk:geheim@db/dabiao", "postgres://clerk:geheim@/dabiao", "postgresql://db/dabiao?password=geheim",
    "host=db password=geheim", "host=db password = 'ge heim'", "sslpassword=geheim",
  ])
  func findsAPassword(in conninfo: String) {
    #expect(Connection.holdsPassword(conninfo))
  }

  @Test(arguments: [
    "", "dabiao", "postgresql://clerk@db/dabiao", "postgresql://clerk:@db/dabiao", "host=db user=clerk",
    "service=dabiao passfile=/etc/dabiao/password", "host=db password=''",
    // Cannot be read, and so is refused when the connection is opened.
    "postgresql://clerk:ge@heim@db/dabiao", "host",
  ])
  func findsNoPassword(in conninfo: String) {
    #expect(!Connection.holdsPassword(conninfo))
  }
}
