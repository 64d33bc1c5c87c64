using Conformance.Fakes.IdentityProvider;
using Conformance.Saml.Forging;
using Conformance.Saml.Keys;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;
using Conformance.Scenarios.Steps;

namespace Conformance.Player.Playing;

/// <summary>All that the scenarios of one binding are played on: one service provider as one company set it up, and who takes part.</summary>
internal sealed class Stage
{
    /// <summary>The identity provider.</summary>
    public required FakeIdentityProvider Idp { get; init; }

    /// <summary>The service provider as it is registered there.</summary>
    public required ServiceProviderApplication Application { get; set; }

    /// <summary>The same as administrators have it now.</summary>
    public ServiceProviderApplication CurrentApplication => Idp.Applications.FirstOrDefault(application => application.Segment == Application.Segment) ?? Application;

    /// <summary>The key that the identity provider signs with after a rollover; <c>null</c>: it has none prepared.</summary>
    public Func<SigningKey>? NextKey { get; init; }

    /// <summary>A second identity provider that the service provider knows too, for another company; <c>null</c> when there is none.</summary>
    public FakeIdentityProvider? OtherIdp { get; init; }

    /// <summary>The service provider as registered at the second one.</summary>
    public ServiceProviderApplication? OtherApplication { get; init; }

    /// <summary>The people by role.</summary>
    public required IReadOnlyDictionary<string, CastMember> Cast { get; init; }

    /// <summary>The variables that every scenario here may use.</summary>
    public required VariableScope Scope { get; init; }

    /// <summary>How to ask who is signed in.</summary>
    public required SessionProbe Probe { get; init; }

    /// <summary>The ways of the service provider that scenarios may take by name.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Step>> Journeys { get; init; }

    /// <summary>A word of the articles → the word that this target's pages use.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>The key that the service provider trusts.</summary>
    public required SigningKey IdpKey { get; init; }

    /// <summary>A key that nobody trusts.</summary>
    public required SigningKey StrangerKey { get; init; }

    /// <summary>Other keys by name.</summary>
    public IReadOnlyDictionary<string, SigningKey> OtherKeys { get; init; } = new Dictionary<string, SigningKey>();

    /// <summary>What an attacker tries to become.</summary>
    public required Forgery Forgery { get; init; }

    /// <summary>The signing places that the service provider accepts, the one to use where a scenario does not care first.</summary>
    public IReadOnlyList<SignedParts> SigningPlaces { get; set; } = [SignedParts.Assertion, SignedParts.Response, SignedParts.Both];

    /// <summary>The service provider's certificate for encryption; <c>null</c> when none is known.</summary>
    public System.Security.Cryptography.X509Certificates.X509Certificate2? EncryptionCertificate { get; set; }

    /// <summary>Whether it was seen to decrypt with the key that its metadata gives for signatures, and gives no other.</summary>
    public bool EncryptsForSigningKey { get; set; }

    /// <summary>The block encryption that it was seen to decrypt, for scenarios that ask for none; <c>null</c>: the suite's own choice.</summary>
    public string? BlockEncryption { get; set; }

    /// <summary>Whether it was seen to take encrypted assertions alone: all are encrypted then, after what is tampered with.</summary>
    public bool InsistsOnEncryption { get; set; }

    /// <summary>The service provider's metadata as it was read first; <c>null</c> when the target file names none.</summary>
    public Saml.Metadata.SpMetadata? Metadata { get; private set; }

    /// <summary>The SCIM endpoint; <c>null</c> when the target file names none.</summary>
    public Scim.ScimAccess? Scim { get; init; }

    /// <summary>The second encryption key of its metadata, as during a rollover; <c>null</c> when there is one or none.</summary>
    public System.Security.Cryptography.X509Certificates.X509Certificate2? SecondEncryptionCertificate { get; set; }

    /// <summary>What only a payload that was carried out asks for; <c>null</c> when there is none.</summary>
    public CanaryTrap? Canary { get; init; }

    /// <summary>Makes a person of whom nobody has ever heard, by role and name; <c>null</c>: the stage's people are all there are.</summary>
    public Func<string, string, CastMember>? NewMember { get; init; }

    /// <summary>Begins a play with a provisioning client: everything fresh; <c>null</c>: none takes part here.</summary>
    public Func<Provisioning.ProvisioningGround>? BeginProvisioning { get; init; }

    /// <summary>Takes away what a provisioning client has made at the target; <c>null</c>: it met no target.</summary>
    public Func<Provisioning.ProvisioningGround, CancellationToken, Task>? EndProvisioning { get; init; }

    /// <summary>The attributes that the session of the plain login showed.</summary>
    public IReadOnlyCollection<string> ShownAttributes { get; set; } = [];

    /// <summary>Claims that the vendor says nothing of and that discovery has seen to hold, or not to.</summary>
    public Dictionary<string, bool> Discovered { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the vendor says that there is single logout.</summary>
    public bool OffersLogout { get; init; }

    /// <summary>Whether the vendor says that there is none; who says nothing denies nothing.</summary>
    public bool DeniesLogout { get; init; }

    /// <summary>Takes from the service provider's metadata what the identity provider has to know of it.</summary>
    public void Learn(Saml.Metadata.SpMetadata metadata)
    {
        Metadata = metadata;
        var logout = metadata.SingleLogoutServices.FirstOrDefault(service => service.Binding == BindingUris.HttpRedirect)
            ?? metadata.SingleLogoutServices.FirstOrDefault(service => service.Binding == BindingUris.HttpPost);
        if (logout is not null && Application.LogoutUrl is null)
        {
            Application = Application with
            {
                LogoutUrl = logout.Location,
                LogoutResponseUrl = logout.ResponseLocation,
                LogoutByPost = logout.Binding == BindingUris.HttpPost,
            };
        }

        // Another address by HTTP-POST is asked for only where a scenario says so.
        Application = Application with
        {
            PostedLogout = Application.PostedLogout ?? metadata.SingleLogoutServices.FirstOrDefault(service => service.Binding == BindingUris.HttpPost),
        };
        Idp.Register(Application);
    }
}
