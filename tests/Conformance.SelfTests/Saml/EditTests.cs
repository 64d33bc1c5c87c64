using System.Text;
using Conformance.Saml.Forging;
using Conformance.Saml.Messages;
using Conformance.Saml.Tamperings;
using NUnit.Framework;

namespace Conformance.SelfTests.Saml;

/// <summary>Edits at a path, by the IdP (says) and by somebody else (tamper).</summary>
public sealed class EditTests
{
    private static readonly TestCaseData[] Edits =
    [
        Case("set", Map(("Assertion/Subject/NameID", "x@y.test")), ">x@y.test</saml:NameID>"),
        Case("set", Map(("Assertion/Subject/SubjectConfirmation/SubjectConfirmationData/@Recipient", "https://other")),
            "Recipient=\"https://other\""),
        Case("set", Map(("@Consent", "urn:c")), "Consent=\"urn:c\""),
        Case("set", Map(("Assertion/Conditions/@NotOnOrAfter", Map(("time", "-1h")))),
            "NotOnOrAfter=\"2026-11-21T11:00:00.000Z\""),
        Case("set", Map(("Assertion/AttributeStatement/Attribute[email]/AttributeValue", "a&b<c>")),
            ">a&amp;b&lt;c&gt;</saml:AttributeValue>"),
        Case("set", Map(("Assertion/AttributeStatement/Attribute[email]/AttributeValue/@xsi:nil", "true")),
            "xsi:nil=\"true\""),
        Case("set", Map(("Assertion/AttributeStatement/Attribute[email]/AttributeValue", Map(("repeat", "ab"), ("times", "3")))),
            ">ababab</saml:AttributeValue>"),
        Case("append", Map(("Assertion/Issuer", "/more")), "https://idp.example.test//more</saml:Issuer>"),
        Case("remove", "Assertion/Conditions/AudienceRestriction", "></saml:Conditions>", contains: false),
        Case("remove", new List<object?> { "@Destination", "Assertion/Subject/NameID" }, "<saml:Subject><saml:SubjectConfirmation"),
        Case("add", Map(("after", "Status"), ("xml", "<samlp:Extensions><a:b xmlns:a=\"urn:a\"/></samlp:Extensions>")),
            "<samlp:Extensions><a:b xmlns:a=\"urn:a\"/></samlp:Extensions>"),
        Case("add", Map(("under", "Assertion/AttributeStatement"), ("xml",
            "<saml:Attribute Name=\"n\"><saml:AttributeValue xsi:type=\"xs:string\">v</saml:AttributeValue></saml:Attribute>")),
            "xsi:type=\"xs:string\""),
        Case("duplicate", Map(("path", "Assertion/AuthnStatement")), "</saml:AuthnStatement><saml:AuthnStatement"),
        Case("move", Map(("path", "Assertion/AttributeStatement"), ("before", "Assertion/Subject")),
            "</saml:AttributeStatement><saml:Subject>"),
        Case("rename", Map(("Assertion/Subject/NameID", "NameIdentifier")), "</saml:NameIdentifier>"),
        Case("rename", Map(("Assertion/@SessionIndex", "x")), null),
    ];

    [Test]
    public void Times_of_one_message_start_from_one_now()
    {
        var context = Sample.Context(Sample.Draft(SignedParts.Assertion)) with { Clock = new RunningClock() };
        var now = Map(("time", "now"));
        var window = TamperingCatalogue.Create("set", Map(("Assertion/Conditions/@NotBefore", now), ("Assertion/Conditions/@NotOnOrAfter", now)));

        var xml = Encoding.UTF8.GetString(ResponseForge.Forge(context, [window], []).Xml);

        var conditions = System.Text.RegularExpressions.Regex.Match(xml, "<saml:Conditions NotBefore=\"([^\"]+)\" NotOnOrAfter=\"([^\"]+)\"");
        Assert.That(conditions.Groups[1].Value, Is.Not.Empty.And.EqualTo(conditions.Groups[2].Value));
    }

    [TestCaseSource(nameof(Edits))]
    public void An_edit_by_the_idp_stays_signed(string name, object argument, string? expected)
    {
        var tampering = TamperingCatalogue.Create(name, argument);
        var context = Sample.Context(Sample.Draft(SignedParts.Both));
        if (expected is null)
        {
            Assert.That(() => ResponseForge.Forge(context, [tampering], []), Throws.TypeOf<TamperingException>());
            return;
        }

        var message = ResponseForge.Forge(context, [tampering], []);
        Assert.That(Encoding.UTF8.GetString(message.Xml), Does.Contain(expected));
        SignatureTests.AssertPlatformVerifies(message.Xml);
        Assert.That(message.Potency.IsPotent, Is.True, message.Potency.ToString());
    }

    private static IEnumerable<TestCaseData> PossibleEdits() => Edits.Where(edit => edit.Arguments[2] is not null);

    [TestCaseSource(nameof(PossibleEdits))]
    public void An_edit_by_another_changes_the_same(string name, object argument, string expected)
    {
        var message = ResponseForge.Forge(
            Sample.Context(Sample.Draft(SignedParts.Response)), [], [TamperingCatalogue.Create(name, argument)]);
        Assert.That(Encoding.UTF8.GetString(message.Xml), Does.Contain(expected));
        Assert.That(message.Potency.IsPotent, Is.True, message.Potency.ToString());
        Assert.That(message.Xml, Is.Not.EqualTo(message.BaselineXml));
        Assert.That(() => SignatureTests.AssertPlatformVerifies(message.Xml), Throws.InstanceOf<AssertionException>());
    }

    [TestCase("sett", null, "Did you mean 'set'")]
    [TestCase("strip-signature", "asertion", "Did you mean 'assertion'")]
    [TestCase("sign-with", null, "needs 'key'")]
    [TestCase("sign-with", "strangr", "Did you mean 'stranger'")]
    [TestCase("remove", "Assertion/Condition", "Did you mean 'Conditions'")]
    [TestCase("add", "<a/>", "needs exactly one of under")]
    public void A_wrong_word_is_told_the_nearest(string name, string? argument, string expected) =>
        Assert.That(
            () => ResponseForge.Forge(Sample.Context(), [], [TamperingCatalogue.Create(name, argument)]),
            Throws.TypeOf<TamperingException>().With.Message.Contains(expected));

    private static Dictionary<string, object?> Map(params (string Key, object? Value)[] entries) =>
        entries.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);

    private static TestCaseData Case(string name, object argument, string? expected, bool contains = true) =>
        new TestCaseData(name, argument, expected).SetArgDisplayNames(name, expected ?? "throws", contains ? "" : "gone");

    /// <summary>A second passes whenever somebody looks.</summary>
    private sealed class RunningClock : TimeProvider
    {
        private DateTimeOffset _now = Sample.Clock.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => _now += TimeSpan.FromSeconds(1);
    }
}
