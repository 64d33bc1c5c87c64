using System.Xml;
using Conformance.ReferenceSp.Checks;
using Conformance.ReferenceSp.Signatures;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Flawed;

/// <summary>Verify one element, read another: signature wrapping in the shapes in which it was found.</summary>
internal static class WrappingFlaws
{
    public static IReadOnlyList<Flaw> All { get; } =
    [
        Wrapping("reads-first-assertion", "Finds the signed element by its id wherever it was moved to, then reads the first Assertion of the document.",
            new NaiveSignature(), ["CVE-2020-5390"]),
        Wrapping("reads-last-assertion", "Finds the signed element by its id wherever it was moved to, then reads the last Assertion of the document.",
            new NaiveSignature { Read = (attempt, _) => NaiveSignature.Assertions(attempt).LastOrDefault() }),
        Wrapping("reads-first-child-assertion", "Finds the signed element by its id anywhere, then reads the Response's first Assertion child.",
            new NaiveSignature { Read = (attempt, _) => Children(attempt).FirstOrDefault() }),
        Wrapping("reads-last-child-assertion", "Finds the signed element by its id anywhere, then reads the Response's last Assertion child.",
            new NaiveSignature { Read = (attempt, _) => Children(attempt).LastOrDefault() }),
        Wrapping("reads-holder-of-signature", "Verifies the element that the Reference names, then reads the assertion that the Signature stands in.",
            new NaiveSignature { Read = (attempt, _) => Holder(attempt) ?? NaiveSignature.Assertions(attempt).FirstOrDefault() }),
        Wrapping("reads-deepest-assertion", "Verifies what the Reference names, then reads the innermost Assertion, as XPath //Assertion[last()] of a library did.",
            new NaiveSignature { Read = (attempt, _) => NaiveSignature.Assertions(attempt).MaxBy(Depth) }),
        new("reads-first-of-same-id", "The verifier's id table keeps the last element of an id, the reader takes the first: two elements with one id.", ["ATK-16", "NEG-20"],
            blueprint => blueprint.ReplacingSignatures(new NaiveSignature
            {
                Resolve = (attempt, id) => NaiveSignature.WithId(attempt, id).LastOrDefault(),
                Read = (attempt, verified) => ReadById(attempt, verified, last: false),
            }.FindFault)),
        new("reads-last-of-same-id", "The verifier takes the first element of an id, the reader's table keeps the last: two elements with one id.", ["ATK-16", "NEG-20"],
            blueprint => blueprint.ReplacingSignatures(new NaiveSignature
            {
                Read = (attempt, verified) => ReadById(attempt, verified, last: true),
            }.FindFault)),
        new("finds-id-by-any-spelling", "Finds the signed element by an attribute ID, Id, id or xml:id, the last one winning, then reads the first Assertion.", ["ATK-16"],
            blueprint => blueprint.ReplacingSignatures(new NaiveSignature
            {
                Resolve = (attempt, id) => NaiveSignature.Top(attempt).Descendants().LastOrDefault(element => element.Attributes.Cast<XmlAttribute>()
                    .Any(attribute => attribute.LocalName.Equals("id", StringComparison.OrdinalIgnoreCase) && attribute.Value == id)),
            }.FindFault)),
        new("first-signature-below", "Takes the first Signature anywhere below an element for that element's own, so a genuine assertion packed into a forged one vouches for it (pysaml2).",
            ["ATK-04", "ATK-09"],
            blueprint => blueprint.ReplacingSignatures(new NaiveSignature
            {
                Signatures = attempt => NaiveSignature.EverySignature(attempt).Take(1),
                Read = (attempt, _) => Children(attempt).FirstOrDefault(),
            }.FindFault).Without("assertion")) { Cves = ["CVE-2021-21238"] },
        new("any-valid-signature", "One valid signature anywhere in the message is enough, whatever it signs: signed metadata or a signed LogoutResponse will do (samlify, passport-wsfed-saml2).",
            ["ATK-23", "NEG-04", "ATK-14"],
            blueprint => blueprint.ReplacingSignatures(AnyValidSignature)) { Cves = ["CVE-2025-47949", "CVE-2025-46572"] },
        new("takes-several-roots", "Parses a document with several roots, verifies the signature of one and reads the Response in another (node-saml).", ["ATK-23"],
            blueprint => blueprint
                .Replacing("well-formed-without-dtd", ParseSeveralRoots)
                .ReplacingSignatures(AnyValidSignature)) { Cves = ["CVE-2022-39299", "CVE-2022-39300"] },
        new("accepts-duplicate-ids", "Does not mind two elements with one id.", ["NEG-20"], blueprint => blueprint.Without("unique-ids")),
        new("joins-what-assertions-say", "Verifies the signature that there is, then searches the document: the first name, the last value of an attribute, and the text of all issuers and audiences in one (Net::SAML2).",
            ["ATK-03", "ATK-09", "ATK-10"],
            blueprint => blueprint.ReplacingSignatures(new NaiveSignature { Read = Join }.FindFault)),
        new("leaves-out-twins", "Leaves every Signature of the same SignatureValue out of the digest, then reads the first Assertion, whatever the status (xml-crypto's transform, OneUptime).", ["ATK-14", "ATK-24"],
            blueprint => (blueprint with { DigestMatches = WithoutTwins }).ReplacingSignatures(new NaiveSignature { Read = FirstInside }.FindFault).Without("status")),
        new("reads-inside-signature", "Takes the first Subject and AttributeStatement below the assertion, also inside its own Signature, which the enveloped transform leaves out (passport-wsfed-saml2).",
            ["ATK-24"],
            blueprint => blueprint.ReplacingSignatures(new NaiveSignature
            {
                Read = (attempt, _) => Children(attempt).FirstOrDefault() is { } assertion ? Flatten(assertion) : null,
            }.FindFault)) { Cves = ["CVE-2025-46573"] },
        new("searches-whole-response", "Wants one signed assertion and no other, then takes the first Subject and the first AttributeStatement of the whole Response (passport-wsfed-saml2).",
            ["ATK-09", "ATK-10"],
            blueprint => blueprint.ReplacingSignatures(new NaiveSignature
            {
                Read = (attempt, _) => NaiveSignature.Assertions(attempt).ToList() is [var only] ? Gather(attempt, only) : null,
            }.FindFault).Without("assertion")) { Cves = ["CVE-2017-16897"] },
        new("guards-by-prefix", "Looks whether a signature refers to the element that it stands in, but finds its Reference by the prefix that means XML Signature elsewhere; finding none, it objects to nothing.",
            ["ATK-04", "ATK-09", "ATK-23"],
            blueprint => blueprint.ReplacingSignatures(attempt => NaiveSignature.EverySignature(attempt).Any(StandsInWhatItDoesNotSign)
                ? "A signature refers to another element than the one that it stands in."
                : new NaiveSignature { Signatures = all => NaiveSignature.EverySignature(all).Take(1), Read = (all, _) => Children(all).FirstOrDefault() }.FindFault(attempt))
                .Without("assertion")),
    ];

    private static Flaw Wrapping(string name, string story, NaiveSignature naive, IReadOnlyList<string>? cves = null) => new(
        name,
        story,
        ["ATK-01", "ATK-02", "ATK-03", "ATK-04", "ATK-05", "ATK-06", "ATK-07", "ATK-08", "ATK-09", "ATK-10"],
        blueprint => blueprint.ReplacingSignatures(naive.FindFault))
    {
        Cves = cves ?? [],
    };

    private static IEnumerable<XmlElement> Children(LoginAttempt attempt) => attempt.Response.Elements("Assertion", XmlNames.Assertion);

    private static XmlElement? Holder(LoginAttempt attempt) => NaiveSignature.EverySignature(attempt)
        .Select(signature => signature.ParentNode).OfType<XmlElement>().FirstOrDefault(parent => parent.Is("Assertion", XmlNames.Assertion));

    private static int Depth(XmlElement element)
    {
        var depth = 0;
        for (var at = element.ParentNode; at is not null; at = at.ParentNode)
        {
            depth++;
        }

        return depth;
    }

    private static XmlElement? ReadById(LoginAttempt attempt, IReadOnlyList<XmlElement> verified, bool last)
    {
        var ids = NaiveSignature.WithId(attempt, verified[0].GetAttribute("ID")).ToList();
        var found = last ? ids[^1] : ids[0];
        return found.Is("Response", XmlNames.Protocol) ? found.Element("Assertion", XmlNames.Assertion) : found;
    }

    private static string? AnyValidSignature(LoginAttempt attempt)
    {
        var signatures = NaiveSignature.EverySignature(attempt).ToList();
        if (signatures.Count == 0)
        {
            // The signature may be inside what is encrypted.
            return new NaiveSignature().FindFault(attempt);
        }

        foreach (var signature in signatures)
        {
            // Every other signature is taken for somebody else's and passed over.
            var naive = new NaiveSignature { Signatures = _ => [signature], Read = (_, _) => Children(attempt).FirstOrDefault() };
            if (Faults.Try(() => naive.FindFault(attempt)) is null)
            {
                return null;
            }
        }

        return "No signature in the message is valid.";
    }

    private static string? ParseSeveralRoots(LoginAttempt attempt)
    {
        var settings = XmlParsing.Settings;
        settings.ConformanceLevel = ConformanceLevel.Fragment;
        using var reader = XmlReader.Create(new MemoryStream(attempt.Message), settings);
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        var roots = document.CreateDocumentFragment();
        while (!reader.EOF)
        {
            if (reader.NodeType is XmlNodeType.Element)
            {
                roots.AppendChild(document.ReadNode(reader)!);
            }
            else
            {
                _ = reader.Read();
            }
        }

        attempt.Response = roots.Elements("Response", XmlNames.Protocol).FirstOrDefault(root => root.Element("Assertion", XmlNames.Assertion) is not null)
            ?? roots.Elements().First();
        return null;
    }

    // An XPath expression's text is that of all it finds: what two assertions say is neither what the one says nor the other.
    private static XmlElement? Join(LoginAttempt attempt, IReadOnlyList<XmlElement> verified)
    {
        var said = NaiveSignature.Assertions(attempt).SelectMany(assertion => assertion.Elements()).SelectMany(part => part.Descendants().Prepend(part)).ToList();
        var own = verified[0].Is("Response", XmlNames.Protocol) ? verified[0].Element("Assertion", XmlNames.Assertion) : verified[0];
        if (own?.CloneNode(deep: true) is not XmlElement joined || joined.Element("AttributeStatement", XmlNames.Assertion) is not { } statement)
        {
            return null;
        }

        foreach (var (name, join) in new (string, Func<IEnumerable<string>, string>)[] { ("NameID", texts => texts.First()), ("Issuer", string.Concat), ("Audience", string.Concat) })
        {
            foreach (var element in joined.Descendants().Where(element => element.Is(name, XmlNames.Assertion)).ToList())
            {
                element.InnerText = join(said.Where(other => other.Is(name, XmlNames.Assertion)).Select(other => other.InnerText));
            }
        }

        foreach (var last in said.Where(element => element.Is("Attribute", XmlNames.Assertion)).GroupBy(element => element.Value("Name")).Select(group => group.Last()))
        {
            foreach (var earlier in statement.Elements("Attribute", XmlNames.Assertion).Where(element => element.Value("Name") == last.Value("Name")).ToList())
            {
                statement.RemoveChild(earlier);
            }

            statement.AppendChild(last.CloneNode(deep: true));
        }

        return joined;
    }

    private static XmlElement? Gather(LoginAttempt attempt, XmlElement assertion)
    {
        var gathered = (XmlElement)assertion.CloneNode(deep: true);
        Replace("Subject", attempt.Response.Descendants().FirstOrDefault(IsOutside("Subject")));
        Replace("AttributeStatement", attempt.Response.Descendants().FirstOrDefault(IsOutside("AttributeStatement")));
        return gathered;

        Func<XmlElement, bool> IsOutside(string name) => element => element.Is(name, XmlNames.Assertion) && element.SelectSingleNode("ancestor::*[local-name() = 'Signature']") is null;

        void Replace(string name, XmlElement? found)
        {
            if (gathered.Element(name, XmlNames.Assertion) is { } own && found is not null)
            {
                gathered.ReplaceChild(found.CloneNode(deep: true), own);
            }
        }
    }

    private static bool StandsInWhatItDoesNotSign(XmlElement signature)
    {
        var meant = signature.GetNamespaceOfPrefix("ds") is { Length: > 0 } inScope ? inScope : XmlNames.Signature;
        return signature.Elements("SignedInfo", meant).SelectMany(info => info.Elements("Reference", meant))
            .Any(reference => reference.Value("URI")?.TrimStart('#') != (signature.ParentNode as XmlElement)?.GetAttribute("ID"));
    }

    private static XmlElement Flatten(XmlElement assertion)
    {
        var flat = (XmlElement)assertion.CloneNode(deep: false);
        foreach (var name in (string[])["Issuer", "Subject", "Conditions", "AuthnStatement", "AttributeStatement"])
        {
            if (assertion.Descendants().FirstOrDefault(element => element.Is(name, XmlNames.Assertion)) is { } first)
            {
                flat.AppendChild(first.CloneNode(deep: true));
            }
        }

        return flat;
    }

    private static XmlElement? FirstInside(LoginAttempt attempt, IReadOnlyList<XmlElement> verified) =>
        verified[0].Descendants().FirstOrDefault(element => element.Is("Assertion", XmlNames.Assertion)) ?? verified[0];

    private static bool WithoutTwins(XmlSignature signature, XmlElement signed)
    {
        var value = signature.SignatureValue.Text();
        var twins = signed.Descendants()
            .Where(element => element != signature.Element && element.Is("Signature", XmlNames.Signature) && element.Element("SignatureValue", XmlNames.Signature)?.Text() == value)
            .Select(element => (Element: element, Parent: element.ParentNode!, Next: element.NextSibling)).ToList();
        twins.ForEach(twin => twin.Parent.RemoveChild(twin.Element));
        try
        {
            return SignatureVerifier.DigestMatches(signature, signed);
        }
        finally
        {
            twins.ForEach(twin => twin.Parent.InsertBefore(twin.Element, twin.Next));
        }
    }
}
