using System.Xml;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;
using Conformance.Saml.Signing;
using Conformance.Saml.Tamperings;

namespace Conformance.Saml.Forging;

/// <summary>Turns an assertion about the attacker into one about the victim.</summary>
internal static class Impersonation
{
    private const string Ns = SamlNamespaces.Assertion;

    public static TamperingParameter Parameter { get; } = new(
        "forge", "What is forged; what the run wants unless given.", ["default", "nameid", "attributes", "role"]);

    public static ForgeryTarget Target(TamperingArguments arguments, ForgeContext context) =>
        arguments.Text("forge") switch
        {
            "nameid" => ForgeryTarget.NameId,
            "attributes" => ForgeryTarget.Attributes,
            "role" => ForgeryTarget.Role,
            _ => Wanted(context).Target,
        };

    public static Forgery Wanted(ForgeContext context) => context.Forgery
        ?? throw new TamperingException("nobody said what is to be forged: the run names no victim.");

    /// <summary>A forged assertion after the genuine one: a copy with an ID of its own, without the Signature. It stands nowhere yet.</summary>
    public static XmlElement Copy(XmlElement assertion, ForgeryTarget target, Workpiece work)
    {
        var forged = Dom.Clone(assertion);
        forged.SetAttribute("ID", work.Context.Ids.Next());
        if (Dom.Signature(forged) is { } signature)
        {
            forged.RemoveChild(signature);
        }

        Apply(forged, target, work);
        return forged;
    }

    /// <summary>A forged copy of the whole Response, in a document of its own and without Signatures: it is read where nothing is verified any more.</summary>
    public static XmlElement Response(ForgeryTarget target, Workpiece work)
    {
        var response = ((XmlDocument)work.Document.CloneNode(deep: true)).DocumentElement!;
        Apply(Dom.Child(response, "Assertion", Ns) ?? throw new TamperingException("this message has no Assertion that could be forged."), target, work);
        foreach (var signature in Dom.Descendants(response).Where(element => element.LocalName == "Signature").ToList())
        {
            signature.ParentNode!.RemoveChild(signature);
        }

        return response;
    }

    /// <summary>Changes an assertion, wherever it stands.</summary>
    public static void Apply(XmlElement assertion, ForgeryTarget target, Workpiece work)
    {
        var forgery = Wanted(work.Context);
        switch (target)
        {
            case ForgeryTarget.NameId:
                var nameId = Dom.Descendants(assertion).FirstOrDefault(element => element.LocalName == "NameID")
                    ?? throw new TamperingException("this assertion has no NameID to forge.");
                XmlSigner.SetText(nameId, forgery.NameId);
                Mark(work, forgery.NameId);
                break;
            case ForgeryTarget.Attributes:
                if (forgery.Attributes.Count == 0)
                {
                    throw new TamperingNotPossibleException("the victim has no attributes to forge.");
                }

                foreach (var (name, values) in forgery.Attributes)
                {
                    SetAttribute(assertion, name, values, work);
                }

                break;
            default:
                if (forgery.RoleAttribute is null || forgery.Role is null)
                {
                    throw new TamperingNotPossibleException("this target names no role to forge.");
                }

                SetAttribute(assertion, forgery.RoleAttribute, [forgery.Role], work);
                break;
        }
    }

    /// <summary>The values that a forgery of that kind brings in.</summary>
    public static IReadOnlyList<string> Values(ForgeContext context, ForgeryTarget target) => target switch
    {
        ForgeryTarget.NameId => [Wanted(context).NameId],
        ForgeryTarget.Attributes => [.. Wanted(context).Attributes.SelectMany(attribute => attribute.Value)],
        _ => [Wanted(context).Role ?? ""],
    };

    private static void SetAttribute(XmlElement assertion, string name, IReadOnlyList<string> values, Workpiece work)
    {
        var statement = Dom.Child(assertion, "AttributeStatement", Ns);
        if (statement is null)
        {
            statement = assertion.OwnerDocument.CreateElement(assertion.Prefix, "AttributeStatement", Ns);
            assertion.AppendChild(statement);
        }

        var existing = Dom.Children(statement).FirstOrDefault(element => element.GetAttribute("Name") == name);
        var made = AssertionWriter.WriteAttribute(
            statement, new SamlAttribute(name, values), work.Draft.Style with { AssertionPrefix = assertion.Prefix });
        if (existing is not null)
        {
            statement.ReplaceChild(made, existing);
        }

        foreach (var value in values)
        {
            Mark(work, value);
        }
    }

    private static void Mark(Workpiece work, string value)
    {
        foreach (var marker in Wanted(work.Context).Markers.DefaultIfEmpty(value))
        {
            work.Mark(marker);
        }
    }
}
