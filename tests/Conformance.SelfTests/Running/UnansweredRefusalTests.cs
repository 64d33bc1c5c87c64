using Conformance.Player.Judging;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Verdicts;
using NUnit.Framework;

namespace Conformance.SelfTests.Running;

/// <summary>A service provider that hangs up instead of refusing is told so once for each class, not for each message.</summary>
internal sealed class UnansweredRefusalTests
{
    [Test]
    public void One_speaks_for_all_of_its_class()
    {
        var gathered = UnansweredRefusals.Gather(
        [
            Result("saml/attack/a", Verdict.Warning, isUnanswered: true),
            Result("saml/attack/b", Verdict.Warning, isUnanswered: true),
            Result("saml/attack/c", Verdict.Warning, isUnanswered: false),
            Result("saml/attack/d", Verdict.Failed, isUnanswered: false),
            Result("saml/response/e", Verdict.Warning, isUnanswered: true),
        ]);

        Assert.That(gathered.Select(result => result.Verdict), Is.EqualTo([Verdict.Warning, Verdict.Skipped, Verdict.Warning, Verdict.Failed, Verdict.Warning]));
        Assert.That(gathered[0].Actual, Does.Contain("so ended 2 of the refusals below saml/attack"));
        Assert.That(gathered[1].Reason, Does.Contain("no answer at all"));
        Assert.That(gathered[4].Actual, Does.Not.Contain("so ended"));
    }

    private static CaseResult Result(string address, Verdict verdict, bool isUnanswered) => new()
    {
        Address = address,
        Name = "x",
        Level = Level.Must,
        Verdict = verdict,
        Requirement = "x",
        Spec = [],
        Location = new Location("x.yaml", 1, 1),
        Actual = "it gave no answer: the connection was reset",
        IsUnanswered = isUnanswered,
    };
}
