using System.Text;
using Conformance.Saml.Forging;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Tamperings.Edits;

/// <summary>Gives the attacker a name that a careless comparison takes for the victim's.</summary>
internal sealed class NameLikeVictimEdit(TamperingArguments arguments) : Edit("name-like-victim")
{
    private const string FullWidth = "full-width";

    private static readonly Dictionary<string, (string Plain, string Other)> Letters = new(StringComparer.Ordinal)
    {
        ["homograph"] = ("aeopcxi", "\u0430\u0435\u043e\u0440\u0441\u0445\u0456"),
        ["diacritic"] = ("aeiouc", "\u00e1\u00e9\u00ed\u00f3\u00fa\u00e7"),
        ["folded-case"] = ("sk", "\u017f\u212a"),
        ["dotless"] = ("i", "\u0131"),
    };

    private static readonly Dictionary<string, (string Before, string After)> Additions = new(StringComparer.Ordinal)
    {
        ["zero-width-space"] = ("", "\u200b"),
        ["byte-order-mark"] = ("\ufeff", ""),
        ["soft-hyphen"] = ("\u00ad", ""),
        ["no-break-space"] = ("", "\u00a0"),
        ["trailing-space"] = ("", " "),
        ["leading-space"] = (" ", ""),
        ["trailing-line"] = ("", "\n"),
        ["trailing-dot"] = ("", "."),
    };

    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "name-like-victim",
            "Gives the NameID a value that looks like the victim's or becomes it when a careless reader folds it.",
            "The message differs from what it was.",
            [new("by", "What is different.", [FullWidth, .. Letters.Keys, .. Additions.Keys], Required: true)])
        { CanBeSaid = true },
        arguments => new NameLikeVictimEdit(arguments));

    protected override bool NeedsEncryption => false;

    protected override void Apply(Workpiece work)
    {
        var nameId = new EditPath("Assertion/Subject/NameID").Element(work.Document);
        XmlSigner.SetText(nameId, Like(Impersonation.Wanted(work.Context).NameId));
    }

    private string Like(string victim)
    {
        var by = arguments.Required("by");
        if (Additions.TryGetValue(by, out var addition))
        {
            return addition.Before + victim + addition.After;
        }

        const int distance = '\uff41' - 'a';
        var like = new StringBuilder(victim);
        for (var index = 0; index < like.Length; index++)
        {
            var letter = like[index];
            if (by == FullWidth ? char.IsAsciiLetterLower(letter) : Letters[by].Plain.Contains(letter, StringComparison.Ordinal))
            {
                like[index] = by == FullWidth
                    ? (char)(letter + distance)
                    : Letters[by].Other[Letters[by].Plain.IndexOf(letter, StringComparison.Ordinal)];
                return like.ToString();
            }
        }

        throw new TamperingNotPossibleException($"the victim's name \"{victim}\" has no letter that could be changed by '{by}'.");
    }
}
