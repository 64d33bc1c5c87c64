using Conformance.Saml.Names;

namespace Conformance.Fakes.IdentityProvider;

/// <summary>Every mistake of an identity provider that can be switched on.</summary>
public static class IdpMistakes
{
    /// <summary>The catalogue.</summary>
    public static IReadOnlyList<IdpMistake> All { get; } =
    [
        Registers("lets-everybody-in", "Sends a response about everybody in the directory, in an assigned group or not.",
            ["AIR-07", "JCJ-09", "JCJ-13", "DLP-13", "JCE-05"], application => application with { AssignedGroups = null }),
        new("counts-nested-groups", "Takes members of a group inside an assigned group for assigned.", ["JCE-06"], settings => settings with { NestedGroupsCount = true }),
        Registers("answers-while-inactive", "Sends responses to an application that is not activated.", ["AIR-14", "JCJ-17"], application => application with { Active = true }),
        new("answers-anywhere", "Goes on answering at a Reply URL that the administrator has replaced.", ["JCE-07", "JCJ-12"], settings => settings with
        {
            Registering = (application, former) => former is null ? application : application with { AcsUrls = [.. application.AcsUrls, .. former.AcsUrls] },
        }),
        Registers("mislabels-tiles", "Shows the application under another name than the administrator gave it.", ["DLP-06", "JCJ-10"],
            application => application with { Name = "Application 1" }),
        Registers("issues-under-another-name", "Says another Issuer than the entity ID that it shows to administrators.", ["AIR-01", "JCJ-02", "DLP-03", "AIR-08"],
            application => application with { Issuer = "another-name" }),
        Registers("sends-no-attributes", "Sends none of the attributes that the administrator has listed.", ["AIR-05", "JCJ-05", "DLP-05", "JCE-02"],
            application => application with { Claims = [] }),
        Registers("names-people-otherwise", "Sends the first name as NameID.", ["JCJ-03"], application => application with { NameIdSource = "firstname" }),
        Registers("signs-with-sha1", "Signs by RSA-SHA1, whatever was chosen.", ["JCJ-04"], application => application with { SignatureMethod = SignatureAlgorithms.RsaSha1 }),
        Registers("declares-no-redirect", "Leaves the redirect endpoint out of the metadata, though its box is ticked.", ["AIR-04", "AIR-08"],
            application => application with { DeclareRedirectEndpoint = false }),
    ];

    /// <summary>Settings with the mistakes of these names.</summary>
    /// <exception cref="ArgumentException">There is no such mistake.</exception>
    public static IdentityProviderSettings Apply(IdentityProviderSettings settings, IEnumerable<string> names) => names.Aggregate(settings, (before, name) =>
        (All.FirstOrDefault(mistake => mistake.Name == name) ?? throw new ArgumentException($"There is no mistake \"{name}\".", nameof(names))).Change(before));

    private static IdpMistake Registers(
        string name, string story, IReadOnlyList<string> meantFor, Func<ServiceProviderApplication, ServiceProviderApplication> change) =>
        new(name, story, meantFor, settings => settings with { Registering = (application, _) => change(application) });
}
