using System.Text;
using System.Text.Json;
using Conformance.Saml.Forging;
using Conformance.Saml.Potency;

namespace Conformance.Saml.Tamperings.Delivery;

/// <summary>The same message by another way than the form post.</summary>
internal sealed class DeliverTampering(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "deliver",
            "Delivers the message by another way than the form post that the binding prescribes.",
            "The delivery differs from the binding's.",
            [
                new("as", "GET; a query of a POST; JSON; XML; plain text; an empty body; a form without, with an empty, "
                    + "with two (garbage first or last), with an array field; an artifact beside it.",
                [
                    "get", "post-query", "json", "xml", "text", "empty-body", "missing", "empty", "garbage-first",
                    "garbage-last", "array", "lower-case", "with-artifact",
                ], Required: true),
            ]),
        arguments => new DeliverTampering(arguments));

    public override string Name => "deliver";

    public override void OnForm(IList<KeyValuePair<string, string>> form, Workpiece work)
    {
        var message = form[0];
        switch (arguments.Text("as"))
        {
            case "get":
                work.Http = new HttpOverride("GET", InQuery: true);
                break;
            case "post-query":
                work.Http = new HttpOverride(InQuery: true);
                break;
            case "json":
                var fields = form.ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
                work.Http = new HttpOverride(
                    ContentType: "application/json", Body: JsonSerializer.SerializeToUtf8Bytes(fields));
                break;
            case "xml":
                work.Http = new HttpOverride(
                    ContentType: "application/xml", Body: Convert.FromBase64String(message.Value));
                break;
            case "text":
                var body = string.Join('&', form.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
                work.Http = new HttpOverride(ContentType: "text/plain", Body: Encoding.UTF8.GetBytes(body));
                break;
            case "empty-body":
                work.Http = new HttpOverride(Body: []);
                break;
            case "missing":
                form.RemoveAt(0);
                break;
            case "empty":
                form[0] = new(message.Key, "");
                break;
            case "garbage-first":
                form.Insert(0, new(message.Key, "Z2FyYmFnZQ=="));
                break;
            case "garbage-last":
                form.Add(new(message.Key, "Z2FyYmFnZQ=="));
                break;
            case "array":
                form[0] = new(message.Key + "[]", message.Value);
                break;
            case "lower-case":
                form[0] = new("samlresponse", message.Value);
                break;
            default:
                form.Add(new("SAMLart", "AAQAAMh48/1oXIM+sDo7Dh2qMp1HM4IF5DaRNmDj6RdUmllwn9jJHyEgIi8="));
                break;
        }

        work.Claim(new Changed(Name, true));
    }
}
