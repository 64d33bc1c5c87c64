namespace Conformance.Scenarios.Words;

/// <summary>How far the company of an integration has come with its single sign-on when a scenario begins.</summary>
public static class CompanyStates
{
    /// <summary>As the article leaves it.</summary>
    public const string SetUp = "set-up";

    /// <summary>No identity provider has been entered.</summary>
    public const string New = "new";

    /// <summary>The vendor has not activated single sign-on for the company.</summary>
    public const string NotActivated = "not-activated";

    /// <summary>The company's plan does not include single sign-on.</summary>
    public const string LowerPlan = "lower-plan";

    /// <summary>Set up, and every other way to sign in is prevented.</summary>
    public const string Enforced = "enforced";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [SetUp, New, NotActivated, LowerPlan, Enforced];
}
