using Conformance.Saml.Forging;
using Conformance.Saml.Messages;
using NUnit.Framework;

namespace Conformance.SelfTests.Saml;

/// <summary>A used message that is written differently is still the one that was signed, by another program's measure too, or it is not sent.</summary>
internal sealed class RepeatedResponseTests
{
    [TestCase("as-before", SignedParts.Both)]
    [TestCase("new-response-id", SignedParts.Assertion)]
    [TestCase("blank-in-signature-value", SignedParts.Assertion)]
    [TestCase("blank-in-signature-value", SignedParts.Both)]
    [TestCase("comment-in-assertion", SignedParts.Assertion)]
    [TestCase("comment-in-assertion", SignedParts.Response)]
    public void What_was_signed_still_is(string change, SignedParts parts)
    {
        var (context, message) = Sent(parts);

        var repeated = RepeatedResponse.With(message, change, context.IdpKey, context.StrangerKey, context.Ids)!;

        Assert.That(repeated.Potency.IsPotent, repeated.Potency.ToString());
        Assert.That(repeated.Xml.SequenceEqual(message.Xml), Is.EqualTo(change == "as-before"));
        Assert.That(repeated.Form.Single(field => field.Key == "SAMLResponse").Value, Is.EqualTo(Convert.ToBase64String(repeated.Xml)));
        SignatureTests.AssertXmlsecVerifies(repeated.Xml, context.IdpKey);
    }

    [TestCase(SignedParts.Response)]
    [TestCase(SignedParts.Both)]
    public void A_change_that_a_signature_covers_proves_nothing(SignedParts parts)
    {
        var (context, message) = Sent(parts);

        Assert.That(RepeatedResponse.With(message, "new-response-id", context.IdpKey, context.StrangerKey, context.Ids)!.Potency.IsPotent, Is.False);
    }

    private static (ForgeContext Context, ForgedResponse Message) Sent(SignedParts parts)
    {
        var context = Sample.Context(Sample.Draft(parts));
        return (context, ResponseForge.Forge(context));
    }
}
