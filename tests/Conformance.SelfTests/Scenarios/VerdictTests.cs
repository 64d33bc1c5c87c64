using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Spec;
using Conformance.Scenarios.Verdicts;
using NUnit.Framework;

namespace Conformance.SelfTests.Scenarios;

internal sealed class VerdictTests
{
    private static readonly CaseResult _result = new()
    {
        Address = "saml/attack/signature-wrapping/xsw3",
        Name = "An employee wraps their own signed assertion around a forged one",
        Level = Level.Must,
        Verdict = Verdict.Failed,
        Requirement = "The service provider MUST NOT sign in a subject that no verified signature covers.",
        Spec = ["saml-profiles/4.1.4.3", "saml-core/5.4.2"],
        Driver = "http",
        Expected = ["nobody is signed in", "mallory is signed in as in the control"],
        Actual = "signed in as alice@contoso.example (heading \"Welcome, Alice\")",
        Control = "untampered response signed in mallory@contoso.example",
        Evidence = "artifacts/evidence/saml/attack/signature-wrapping/xsw3/",
        Location = new Location("scenarios/saml/attack/signature-wrapping.yaml", 37, 5),
    };

    [Test]
    public void A_failure_says_its_ten_parts_in_order()
    {
        Assert.That(
            FailureText.Render(_result, SpecCatalogue.Empty),
            Is.EqualTo(
                """
                × saml/attack/signature-wrapping/xsw3
                  An employee wraps their own signed assertion around a forged one
                  -> The service provider MUST NOT sign in a subject that no verified signature covers.
                     [saml-profiles/4.1.4.3, saml-core/5.4.2]
                     Expected: nobody is signed in
                               mallory is signed in as in the control
                       Actual: signed in as alice@contoso.example (heading "Welcome, Alice")
                      Control: untampered response signed in mallory@contoso.example
                           at: scenarios/saml/attack/signature-wrapping.yaml:37
                     Evidence: artifacts/evidence/saml/attack/signature-wrapping/xsw3/
                        Again: dotnet run --project tests/Conformance.Cli -- run saml/attack/signature-wrapping/xsw3

                """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void A_failure_says_what_the_specification_says_and_how_to_play_it_on_the_same_target()
    {
        var key = SpecReference.Parse("saml-core/5.4.2");
        var spec = new SpecCatalogue(new Dictionary<string, SpecEntry>
        {
            [key.Value] = new() { Key = key, Title = "References", Says = "A signature refers to the root of what it signs.", Url = "https://example.org/core" },
        });

        var text = FailureText.Render(_result with { AgainWith = "--target sp.yaml" }, spec);

        Assert.That(text, Does.Contain("\n     saml-core/5.4.2 (References): A signature refers to the root of what it signs.\n       https://example.org/core\n"));
        Assert.That(text, Does.EndWith("xsw3 --target sp.yaml\n"));
    }

    [TestCase(Level.Must, false, Verdict.Failed, null)]
    [TestCase(Level.Should, false, Verdict.Warning, null)]
    [TestCase(Level.Should, true, Verdict.Failed, null)]
    [TestCase(Level.May, true, Verdict.Passed, "took it")]
    [TestCase(Level.Hardening, true, Verdict.Passed, "took it")]
    public void The_level_decides_what_a_miss_is(Level level, bool isStrict, Verdict verdict, string? property)
    {
        var missed = VerdictRule.Missed(_result with { Level = level, Actual = "took it" }, isStrict);

        Assert.That((missed.Verdict, missed.Property), Is.EqualTo((verdict, property)));
    }

    [Test]
    public void A_summary_counts_and_leaves_out_what_there_is_none_of()
    {
        Assert.That(Run(Verdict.Passed, Verdict.Passed, Verdict.Warning, Verdict.Failed, Verdict.Inconclusive, Verdict.Inconclusive, Verdict.Error, Verdict.Skipped).ToString(), Is.EqualTo("2 passed, 1 warning, 1 failed, 2 inconclusive, 1 error, 1 skipped"));
        Assert.That(Run(Verdict.Skipped).ToString(), Is.EqualTo("0 passed, 1 skipped"));
        Assert.That((Run() with { BrokenFiles = 2 }).ToString(), Is.EqualTo("0 passed, 2 broken files"));
        Assert.That(Run(Verdict.Failed, Verdict.Passed, Verdict.Error).Again, Has.Count.EqualTo(2));
    }

    [TestCase(ExitCode.Passed, Verdict.Passed, Verdict.Warning, Verdict.Skipped)]
    [TestCase(ExitCode.Failed, Verdict.Passed, Verdict.Failed, Verdict.Error)]
    [TestCase(ExitCode.Inconclusive, Verdict.Passed, Verdict.Inconclusive)]
    [TestCase(ExitCode.Inconclusive, Verdict.Passed, Verdict.Error)]
    public void The_exit_code_says_what_to_do_next(ExitCode code, params Verdict[] verdicts)
    {
        Assert.That(Run(verdicts).ExitCode, Is.EqualTo(code));
    }

    [Test]
    public void Without_a_login_nothing_is_believed_and_a_broken_file_outweighs_all()
    {
        Assert.That((Run(Verdict.Passed, Verdict.Failed) with { HadPositiveLogin = false }).ExitCode, Is.EqualTo(ExitCode.Inconclusive));
        Assert.That((Run(Verdict.Failed) with { HadPositiveLogin = false, BrokenFiles = 1 }).ExitCode, Is.EqualTo(ExitCode.Configuration));
    }

    [Test]
    public void A_known_failure_excuses_what_fails_and_nothing_else()
    {
        var known = Known("saml/attack", "2026-12-01");

        var failing = known.Apply([_result], new DateOnly(2026, 12, 1));
        var passing = known.Apply([_result with { Verdict = Verdict.Passed }], new DateOnly(2026, 12, 1));
        var expired = known.Apply([_result], new DateOnly(2026, 12, 2));
        var unplayed = known.Apply([], new DateOnly(2026, 12, 1));

        Assert.That(failing.Findings.Concat(unplayed.Findings), Is.Empty);
        Assert.That(failing.Results[0].FailsRun, Is.False);
        Assert.That(passing.Findings, Is.EqualTo(["known.yaml:1:3: the known failure \"saml/attack\" passes. Remove the entry."]));
        Assert.That(expired.Findings, Is.EqualTo(["known.yaml:1:3: the known failure \"saml/attack\" expired on 2026-12-01. QA repairs it, or sets another day with the reason."]));
        Assert.That(expired.Results[0].FailsRun, Is.True);
        Assert.That((Run(Verdict.Passed) with { KnownFailureFindings = passing.Findings }).ExitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That((Run() with { Results = failing.Results }).ToString(), Is.EqualTo("0 passed, 1 known failure"));
    }

    [TestCase("- { address: saml/attak, reason: x, owner: y, expires: 2026-12-01 }", ":1:14: There is no scenario \"saml/attak\". Did you mean \"saml/attack\"?")]
    [TestCase("- { address: saml/attack, reason: x, owner: y, expires: soon }", ":1:57: \"expires\" is \"soon\". Write a day such as 2027-03-31.")]
    [TestCase("- { address: saml/attack, owner: y, expires: 2026-12-01 }", ":1:3: A known failure lacks \"reason\". Add \"reason: …\".")]
    [TestCase("address: x", ":1:1: The file is a map, and has to be a list. Write each as \"- address: …\" with reason, owner and expires.")]
    public void A_wrong_known_failure_is_told(string text, string told)
    {
        using var folder = new ScenarioFolder().With("known.yaml", text);
        var problems = new List<ScenarioProblem>();

        KnownFailures.Read(folder.PathOf("known.yaml"), ["saml/attack"], problems);

        Assert.That(problems.Select(problem => problem.ToString()), Is.EqualTo([folder.PathOf("known.yaml") + told]));
    }

    private static KnownFailures Known(string address, string expires) =>
        new([new KnownFailure(address, "The vendor repairs it.", "QA", DateOnly.Parse(expires, System.Globalization.CultureInfo.InvariantCulture), new Location("known.yaml", 1, 3))]);

    private static RunSummary Run(params Verdict[] verdicts) => new()
    {
        Results = [.. verdicts.Select(verdict => _result with { Verdict = verdict })],
        HadPositiveLogin = true,
    };
}
