namespace Conformance.Saml.Tamperings;

/// <summary>The list of all tamperings.</summary>
internal static class CatalogueEntries
{
    public static IEnumerable<CatalogueEntry> All() => [];
}
