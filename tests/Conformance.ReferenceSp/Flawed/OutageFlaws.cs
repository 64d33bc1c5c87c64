using System.Xml;
using Conformance.ReferenceSp.Checks;
using Conformance.ReferenceSp.Companies;
using Conformance.ReferenceSp.Sessions;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Flawed;

/// <summary>What one message, or one too many, does to everybody who comes after it, until a restart.</summary>
internal static class OutageFlaws
{
    private const int MostRefusals = 12;

    public static IReadOnlyList<Flaw> All { get; } =
    [
        Suffering("dies-of-newer-version", "Ends when a Response says that it is of SAML 3.0, as one does whose library reads a field that is not there.",
            (health, root, _) => health.IsDead |= root.Is("Response", XmlNames.Protocol) && root.Value("Version") == "3.0"),
        Suffering("busy-for-ever-with-consent", "Never comes back from a Response with a Consent, and answers nobody else meanwhile.",
            (health, root, _) => health.Take(root.Is("Response", XmlNames.Protocol) && root.Value("Consent") is { Length: > 0 } ? Health.Workers : 0)),
        Suffering("loses-a-worker-to-older-version", "Never comes back from a Response of SAML 1.1, and answers the others for as long as it has workers left.",
            (health, root, _) => health.Take(root.Is("Response", XmlNames.Protocol) && root.Value("Version") == "1.1" ? 1 : 0)),
        Suffering("forgets-whom-to-ask-after-foreign-issuer", "Adds the Issuer of any message to the identity providers that it knows, and then asks nobody any more (LemonLDAP::NG).",
            (health, root, company) => health.HasForgottenWhomToAsk |= root.Element("Issuer", XmlNames.Assertion)?.Text() is { } issuer && issuer != company.Issuer),
        Suffering("dies-of-failed-logins", "Ends when the identity provider says anything but Success, which is what its programmers never saw.",
            (health, root, _) => health.IsDead |= root.Is("Response", XmlNames.Protocol)
                && root.Element("Status", XmlNames.Protocol)?.Element("StatusCode", XmlNames.Protocol)?.Value("Value") != XmlNames.Success),
        new("locks-out-after-refusals", "Takes no message at all any more after a dozen that it refused, until it is restarted.", ["CTL-07"], blueprint => blueprint with
        {
            AfterRefusal = health => health.CountRefusal(),
            Checks = [new Check("lock-out", "no more than a dozen", attempt => attempt.Memory.Health.Refusals >= MostRefusals ? "Too many messages were refused." : null), .. blueprint.Checks],
        }),
    ];

    private static Flaw Suffering(string name, string story, Action<Health, XmlElement, Company> suffer) =>
        new(name, story, ["CTL-07"], blueprint => blueprint with { AfterMessage = suffer });
}
