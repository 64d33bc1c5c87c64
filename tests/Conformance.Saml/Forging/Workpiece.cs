using System.Xml;
using Conformance.Saml.Potency;

namespace Conformance.Saml.Forging;

/// <summary>One message while it is being forged.</summary>
public sealed class Workpiece
{
    private readonly List<string> _markers = [];
    private readonly List<Premise> _premises = [];

    internal Workpiece(ForgeContext context, ResponseDraft draft, XmlDocument document)
    {
        Context = context;
        Draft = draft;
        Document = document;
    }

    /// <summary>What the forging may draw on.</summary>
    public ForgeContext Context { get; }

    /// <summary>The draft, after all tamperings had their say about it.</summary>
    public ResponseDraft Draft { get; }

    /// <summary>The message. All namespace declarations are attributes; what is here is written exactly.</summary>
    public XmlDocument Document { get; }

    /// <summary>Another way of delivery; null is the form post.</summary>
    public HttpOverride? Http { get; set; }

    /// <summary>What the address has in its query besides the form, where that is part of the attack; null: nothing.</summary>
    internal string? QueryBeside { get; set; }

    /// <summary>Elements to encrypt in place of all the assertions below the Response; null leaves it to the plan.</summary>
    internal IReadOnlyList<XmlElement>? ToEncrypt { get; set; }

    internal IReadOnlyList<string> Markers => _markers;

    internal IReadOnlyList<Premise> Premises => _premises;

    /// <summary>The root element.</summary>
    internal XmlElement Root => Document.DocumentElement!;

    internal void Mark(string marker)
    {
        if (marker.Length > 0 && !_markers.Contains(marker, StringComparer.Ordinal))
        {
            _markers.Add(marker);
        }
    }

    internal void Claim(Premise premise) => _premises.Add(premise);
}
