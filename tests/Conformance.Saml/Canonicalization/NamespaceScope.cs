using System.Xml;

namespace Conformance.Saml.Canonicalization;

/// <summary>Which namespaces are in scope, and which of them the output has declared already.</summary>
internal sealed class NamespaceScope
{
    private readonly List<(string Prefix, string Ns)> _inScope = [];
    private readonly List<(string Prefix, string Ns)> _rendered = [];

    public static bool IsDeclaration(XmlAttribute attribute) =>
        attribute.Prefix == "xmlns" || (attribute.Prefix.Length == 0 && attribute.LocalName == "xmlns");

    public static IEnumerable<string> Declared(XmlElement element) => element.Attributes.Cast<XmlAttribute>()
        .Where(IsDeclaration).Select(PrefixOf);

    /// <summary>Takes in what is declared above an element.</summary>
    public void EnterAncestors(XmlElement element)
    {
        if (element.ParentNode is XmlElement parent)
        {
            EnterAncestors(parent);
            Enter(parent);
        }
    }

    /// <summary>Takes in an element's own declarations; what it returns leads back.</summary>
    public (int InScope, int Rendered) Enter(XmlElement element)
    {
        var mark = (_inScope.Count, _rendered.Count);
        foreach (XmlAttribute attribute in element.Attributes)
        {
            if (IsDeclaration(attribute))
            {
                _inScope.Add((PrefixOf(attribute), attribute.Value));
            }
        }

        return mark;
    }

    public void Leave((int InScope, int Rendered) mark)
    {
        _inScope.RemoveRange(mark.InScope, _inScope.Count - mark.InScope);
        _rendered.RemoveRange(mark.Rendered, _rendered.Count - mark.Rendered);
    }

    /// <summary>Every prefix in scope.</summary>
    public IEnumerable<string> Prefixes() => _inScope.Select(entry => entry.Prefix).Distinct(StringComparer.Ordinal);

    /// <summary>The namespace to declare for a prefix; null when the output says so already.</summary>
    public string? TryRender(string prefix, bool utilized)
    {
        var ns = Find(_inScope, prefix)
            ?? (prefix.Length == 0 ? "" : utilized
                ? throw new InvalidOperationException($"The prefix '{prefix}' is not declared.")
                : null);
        if (ns is null || ns == (Find(_rendered, prefix) ?? (prefix.Length == 0 ? "" : null)))
        {
            return null;
        }

        _rendered.Add((prefix, ns));
        return ns;
    }

    private static string PrefixOf(XmlAttribute attribute) =>
        attribute.Prefix.Length == 0 ? "" : attribute.LocalName;

    private static string? Find(List<(string Prefix, string Ns)> entries, string prefix)
    {
        for (var index = entries.Count - 1; index >= 0; index--)
        {
            if (string.Equals(entries[index].Prefix, prefix, StringComparison.Ordinal))
            {
                return entries[index].Ns;
            }
        }

        return null;
    }
}
