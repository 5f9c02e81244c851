import Attainment

extension WorkPlan {
  /// Who answers for an indicator.
  public struct Responsibility: Sendable, Equatable {
    /// Code of the indicator.
    public var indicator: String
    /// In what capacity.
    public var role: ResponsibleRole
    /// Unit, where one is named.
    public var unit: String?
    /// Post, where one is named.
    public var post: String?
  }

  /// Who held a post from when to when.
  public struct PostHolder: Sendable, Equatable {
    /// Code of the post.
    public var post: String
    /// Name.
    public var name: String
    /// First day.
    public var from: Day
    /// Last day; nil while it lasts.
    public var to: Day?
  }
}
