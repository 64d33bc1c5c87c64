using Conformance.Scenarios.Loading.Yaml;
using Conformance.Scenarios.Spec;
using Conformance.Scenarios.Words;
using NUnit.Framework;

namespace Conformance.SelfTests.Scenarios;

internal sealed class WordTests
{
    [TestCase("clik", "click")]
    [TestCase("clcik", "click")]
    [TestCase("CLICK", "click")]
    [TestCase("ope", "open")]
    [TestCase("idp-ans", "idp-answers")]
    [TestCase("frobnicate", null)]
    [TestCase("x", null)]
    public void Finds_the_nearest_word(string word, string? nearest)
    {
        Assert.That(NearestWord.To(word, ["click", "open", "fill", "idp-answers"]), Is.EqualTo(nearest));
    }

    [TestCase("email", true)]
    [TestCase("attributes.department", true)]
    [TestCase("attributes.", false)]
    [TestCase("attributes", false)]
    [TestCase("mail", false)]
    public void Knows_words_and_what_is_below_a_star(string word, bool isKnown)
    {
        Assert.That(KnownWords.Of("email", "attributes.*").Knows(word), Is.EqualTo(isKnown));
    }

    [TestCase("10m", 600)]
    [TestCase("250ms", 0.25)]
    [TestCase("1.5h", 5400)]
    [TestCase("-1d", -86400)]
    [TestCase("10", null)]
    [TestCase("m", null)]
    [TestCase("9999999999999d", null)]
    [TestCase("1e9s", null)]
    public void Reads_lengths_of_time(string text, double? seconds)
    {
        Assert.That(Durations.TryParse(text, out var duration) ? duration.TotalSeconds : (double?)null, Is.EqualTo(seconds));
    }

    [TestCase("saml-profiles/4.1.4.3")]
    [TestCase("CVE-2025-29775")]
    [TestCase("GHSA-c27r-x354-4m68")]
    [TestCase("IIP-SP08")]
    [TestCase("check/NEG-13")]
    [TestCase("field-bug/01")]
    [TestCase("ASVS-3.3.1")]
    public void Reads_references(string text)
    {
        Assert.That(SpecReference.Parse(text).ToString(), Is.EqualTo(text));
    }

    [TestCase("")]
    [TestCase("/x")]
    [TestCase("a b")]
    [TestCase("a/")]
    [TestCase("x\n")]
    public void Explains_what_is_no_reference(string text)
    {
        Assert.That(
            () => SpecReference.Parse(text),
            Throws.TypeOf<FormatException>().With.Message.EqualTo($"\"{text}\" is no reference to a specification. Write one such as saml-profiles/4.1.4.3, CVE-2025-29775, IIP-SP08 or check/NEG-13."));
    }
}
