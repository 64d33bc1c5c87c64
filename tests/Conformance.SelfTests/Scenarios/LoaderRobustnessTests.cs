using Conformance.Scenarios.Loading;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace Conformance.SelfTests.Scenarios;

internal sealed class LoaderRobustnessTests
{
    private static readonly string[] _samples = [Samples.Login, Samples.Audience, Samples.Wrapping];

    [Test]
    public void A_damaged_file_is_a_problem_or_a_scenario_and_never_an_exception()
    {
        var pieces = Gen.Elements("", " ", "\n", "\n  ", "~", "{}", "[]", "x", "- ", ": ", "name: ", "${case.signed}", "${", "}", "\"", "'", ",", "[", "{", "null", "1", "each: ", "except: [{}]", "steps:\n", "*a", "!x", "0");
        var damages =
            from sample in Gen.Elements(_samples)
            from start in Gen.Choose(0, sample.Length - 1)
            from length in Gen.Choose(0, Math.Min(30, sample.Length - start))
            from piece in pieces
            from again in pieces
            select string.Concat(sample.AsSpan(0, start), piece, again, sample.AsSpan(start + length));

        Prop.ForAll(damages.ToArbitrary(), text =>
        {
            var problems = new List<ScenarioProblem>();
            var scenario = new ScenarioReader(Samples.Strict, null, problems).Read(Samples.Yaml(text), "saml/x");
            return scenario is null == (problems.Count > 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }
}
