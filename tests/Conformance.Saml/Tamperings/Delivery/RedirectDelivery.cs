using System.Text;
using Conformance.Saml.Bindings;
using Conformance.Saml.Forging;
using Conformance.Saml.Potency;

namespace Conformance.Saml.Tamperings.Delivery;

/// <summary>A forged Response by the HTTP-Redirect binding, in a query that was signed for another message.</summary>
internal sealed class RedirectDelivery(TamperingArguments arguments) : Tampering
{
    private IReadOnlyList<string> _values = [];

    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "redirect-beside",
            "Forges the Response, takes its signatures away and delivers it in the query, beside a logout message that the IdP sent by the same binding, with that one's Signature.",
            "The query's Signature is the IdP's over the logout message; the forged values are not covered.",
            [
                new(
                    "fields",
                    "The field of the forged message and that of the signed one; or the forged message alone, without a signature.",
                    ["request-and-response", "response-and-request", "response-twice", "alone"]),
                new("order", "Which of the two comes first.", ["forged-first", "forged-last"]),
                Impersonation.Parameter,
            ]),
        arguments => new RedirectDelivery(arguments));

    public override string Name => "redirect-beside";

    private string Fields => arguments.Text("fields")!;

    public override void AfterSigning(Workpiece work)
    {
        if (Fields == "alone" && arguments.Text("order") == "forged-last")
        {
            throw new TamperingException("one message alone has no order, so 'alone' goes with 'order: forged-first' only.");
        }

        var target = Impersonation.Target(arguments, work.Context);
        var assertion = SignedPlaces.Assertion(work);
        foreach (var element in SignedPlaces.Signed(work, "all"))
        {
            element.RemoveChild(Dom.Signature(element)!);
        }

        Impersonation.Apply(assertion, target, work);
        _values = Impersonation.Values(work.Context, target);
        work.Claim(new ForgedUncovered(_values));
    }

    public override void OnForm(IList<KeyValuePair<string, string>> form, Workpiece work)
    {
        var xml = Encoding.UTF8.GetString(Convert.FromBase64String(form[0].Value));
        var forged = Parse(HttpRedirectBinding.Encode(xml, parameterName: Fields == "request-and-response" ? "SAMLRequest" : "SAMLResponse"))[0];
        if (Fields == "alone")
        {
            form[0] = forged;
            work.Claim(new TextIsThere(_values[0], "The forged value"));
        }
        else
        {
            var isRequest = Fields == "response-and-request";
            var query = HttpRedirectBinding.Encode(
                ExactXml.Write(ForeignDocuments.Logout(work, isRequest)),
                work.Context.RelayState,
                work.Context.IdpKey,
                isRequest ? "SAMLRequest" : "SAMLResponse",
                work.Draft.Signing.SignatureMethod);
            form.Clear();
            foreach (var field in Parse(query))
            {
                form.Add(field);
            }

            form.Insert(arguments.Text("order") == "forged-last" ? 1 : 0, forged);
            work.Claim(new QuerySignatureStands(query));
        }

        work.Http = new HttpOverride("GET", InQuery: true);
    }

    private static List<KeyValuePair<string, string>> Parse(string query) =>
        [.. query.Split('&').Select(field => field.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], Uri.UnescapeDataString(pair[1])))];
}
