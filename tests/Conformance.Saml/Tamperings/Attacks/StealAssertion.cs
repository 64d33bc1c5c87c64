using Conformance.Saml.Forging;
using Conformance.Saml.Messages;
using Conformance.Saml.Potency;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>The victim's genuine assertion, made for another request or another SP, in a fresh Response.</summary>
internal sealed class StealAssertion(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "steal-assertion",
            "The IdP signs an assertion about the victim for another request or another SP; it arrives in a fresh "
            + "unsigned Response that fits.",
            "The IdP's signature verifies over the assertion; the Response around it is unsigned.",
            [
                new("made-for", "What the assertion was made for.", ["another-request", "another-sp", "unsolicited"]),
                Impersonation.Parameter,
            ]),
        arguments => new StealAssertion(arguments));

    public override string Name => "steal-assertion";

    public override ResponseDraft Draft(ResponseDraft draft, ForgeContext context) => draft with
    {
        Content = For(Victim(draft.Content, context)),
        Signing = draft.Signing with { Parts = SignedParts.Assertion },
    };

    public override void AfterSigning(Workpiece work)
    {
        var honest = work.Context.Draft.Content;
        SetOrRemove(work, "InResponseTo", honest.InResponseTo);
        SetOrRemove(work, "Destination", honest.Destination);
        foreach (var value in Impersonation.Values(work.Context, Impersonation.Target(arguments, work.Context)))
        {
            work.Mark(value);
        }

        work.Claim(new GenuineStands(SignedPlaces.Assertion(work).GetAttribute("ID")));
        work.Claim(new AssertionMadeFor(
            honest.InResponseTo, honest.Audiences.Count > 0 ? honest.Audiences[0] : null));
    }

    private static void SetOrRemove(Workpiece work, string name, string? value)
    {
        if (value is null)
        {
            work.Root.RemoveAttribute(name);
        }
        else
        {
            work.Root.SetAttribute(name, value);
        }
    }

    private ResponseContent For(ResponseContent content) => arguments.Text("made-for") switch
    {
        "another-sp" => content with
        {
            Audiences = ["https://another-sp.example.test/metadata"],
            Recipient = "https://another-sp.example.test/acs",
            InResponseTo = "_f00d" + content.ResponseId[^12..],
        },
        "unsolicited" => content with { InResponseTo = null },
        _ => content with { InResponseTo = "_f00d" + content.ResponseId[^12..] },
    };

    private ResponseContent Victim(ResponseContent content, ForgeContext context)
    {
        var forgery = Impersonation.Wanted(context);
        return Impersonation.Target(arguments, context) switch
        {
            ForgeryTarget.NameId => content with { NameId = content.NameId! with { Value = forgery.NameId } },
            ForgeryTarget.Attributes => content with
            {
                Attributes = [.. content.Attributes.Where(own => !forgery.Attributes.ContainsKey(own.Name)),
                    .. forgery.Attributes.Select(own => new SamlAttribute(own.Key, own.Value))],
            },
            _ => content with
            {
                Attributes = [.. content.Attributes.Where(own => own.Name != forgery.RoleAttribute),
                    new SamlAttribute(
                        forgery.RoleAttribute ?? throw new TamperingNotPossibleException("this target names no role to forge."),
                        forgery.Role ?? "")],
            },
        };
    }
}
