using Conformance.Saml.Bindings;
using Conformance.Saml.Forging;
using Conformance.Saml.Names;
using Conformance.Saml.Potency;

namespace Conformance.Saml.Tamperings.Delivery;

/// <summary>A forged logout message in or beside a query that the IdP signed for another message.</summary>
internal sealed class LogoutBesideSigned(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "logout-beside-signed",
            "Delivers the forged logout message together with a query that the IdP signed when it ended the attacker's session, or answered them.",
            "The query's Signature is the IdP's over the other message.",
            [
                new("other", "The field of the signed message: the same, the other of the two, one whose name only ends like it, or the same in the query and the forged one in a form.",
                    ["same-field", "other-field", "longer-name", "query-beside-form"]),
                new("order", "Which of the two comes first.", ["forged-first", "forged-last"]),
            ]),
        arguments => new LogoutBesideSigned(arguments));

    public override string Name => "logout-beside-signed";

    public override void OnForm(IList<KeyValuePair<string, string>> form, Workpiece work)
    {
        var (other, isLast) = (arguments.Required("other"), arguments.Required("order") == "forged-last");
        if (form.Any(field => field.Key == "Signature"))
        {
            throw new TamperingException("a forged logout message has no signature of its own; write 'signed: nobody'.");
        }

        var forged = form.First(field => field.Key is "SAMLRequest" or "SAMLResponse");
        var isRequest = forged.Key == "SAMLRequest" != (other == "other-field");
        var query = HttpRedirectBinding.Encode(
            ExactXml.Write(ForeignDocuments.Logout(work, isRequest)),
            form.FirstOrDefault(field => field.Key == "RelayState").Value,
            work.Context.IdpKey,
            isRequest ? "SAMLRequest" : "SAMLResponse",
            work.Draft.Signing.SignatureMethod);
        work.Claim(new QuerySignatureStands(query));
        if (Dom.Child(work.Root, "NameID", SamlNamespaces.Assertion) is { } name)
        {
            work.Claim(new RootNames(name.InnerText));
        }

        if (other == "query-beside-form")
        {
            work.QueryBeside = isLast ? throw new TamperingException("a form has no order beside a query, so that goes with 'order: forged-first' only.") : query;
            return;
        }

        form.Clear();
        foreach (var field in query.Split('&').Select(field => field.Split('=', 2)))
        {
            form.Add(new(field[0], Uri.UnescapeDataString(field[1])));
        }

        if (other == "longer-name")
        {
            form[0] = new("Other" + form[0].Key, form[0].Value);
        }

        form.Insert(isLast ? 1 : 0, forged);
    }
}
