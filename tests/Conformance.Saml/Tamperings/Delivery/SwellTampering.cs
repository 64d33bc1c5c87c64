using System.IO.Compression;
using System.Text;
using Conformance.Saml.Forging;
using Conformance.Saml.Potency;

namespace Conformance.Saml.Tamperings.Delivery;

/// <summary>A message that costs whoever reads it far more than whoever sends it. Bounded: it shows that there is a limit, and harms nobody.</summary>
internal sealed class SwellTampering(TamperingArguments arguments) : Tampering
{
    private const int Most = 32 << 20;
    private const string Token = "conformance-swelling";

    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "swell",
            "Makes the message large: elements inside elements, an element with many attributes, a name without end, a long text, white space "
            + "in the base64, or a message that was deflated and grows when it is inflated.",
            "The written message, or its form field, is as large as was asked for.",
            [
                new("by", "What grows.", ["nesting", "attributes", "long-name", "long-text", "base64", "deflated"], Required: true),
                new("size", "How many elements, attributes or characters, at most 33554432.", null, Required: true),
            ]),
        arguments => new SwellTampering(arguments));

    public override string Name => "swell";

    private string By => arguments.Required("by");

    private int Size => Math.Clamp(arguments.Number("size", 1 << 16), 1, Most);

    public override void AfterSigning(Workpiece work)
    {
        if (By is not ("base64" or "deflated"))
        {
            // Extensions hold anything, and a reader that looks only after it has built the tree has built it by then.
            Holders.Extensions(work.Root).AppendChild(work.Document.CreateTextNode(Token));
        }
    }

    public override string OnText(string text, Workpiece work)
    {
        const string declaration = " xmlns=\"urn:example:load\"";
        return text.Replace(Token, By switch
        {
            "nesting" => $"<a{declaration}>{Repeat("<a>", Size)}{Repeat("</a>", Size)}</a>",
            "attributes" => $"<a{declaration}{string.Concat(Enumerable.Range(0, Size).Select(index => $" b{index}=\"\""))}/>",
            "long-name" => $"<{new string('a', Size)}{declaration}/>",
            _ => $"<a{declaration}>{new string('a', Size)}</a>",
        }, StringComparison.Ordinal);
    }

    public override byte[] OnBytes(byte[] bytes, Workpiece work)
    {
        if (By != "deflated")
        {
            return bytes;
        }

        using var target = new MemoryStream();
        using (var deflate = new DeflateStream(target, CompressionLevel.Optimal))
        {
            deflate.Write(bytes);
            deflate.Write(Encoding.ASCII.GetBytes(new string(' ', Size)));
        }

        return target.ToArray();
    }

    public override void OnForm(IList<KeyValuePair<string, string>> form, Workpiece work)
    {
        if (By == "base64")
        {
            form[0] = new(form[0].Key, form[0].Value + new string('\n', Size));
        }

        work.Claim(new Changed(Name, By == "deflated" ? form[0].Value.Length < Size : form[0].Value.Length >= Size));
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
