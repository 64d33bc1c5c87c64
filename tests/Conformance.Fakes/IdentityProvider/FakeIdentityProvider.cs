using Conformance.Fakes.IdentityProvider.Pages;
using Conformance.Fakes.IdentityProvider.Serving;
using Conformance.Fakes.Stubs;
using Conformance.Saml.Forging;
using Conformance.Saml.Keys;
using Conformance.Saml.Names;

namespace Conformance.Fakes.IdentityProvider;

/// <summary>An identity provider that people and service providers cannot tell from the real one, and that says nothing unless told to.</summary>
/// <remarks>
/// A refused service provider often starts the next login by itself; an identity provider that answered it would sign somebody in, and the
/// refusal would read as a break-in. So an answer leaves only where <see cref="GrantAnswer"/> or <see cref="Hold"/> allowed it.
/// </remarks>
public sealed class FakeIdentityProvider : IDisposable
{
    /// <summary>The name of the first field of the sign-in form.</summary>
    public const string UserNameField = "username";

    /// <summary>The name of the password field of the sign-in form.</summary>
    public const string PasswordField = "password";

    private readonly IdpAddresses _addresses;
    private readonly IdpDirectory _directory;
    private readonly LoginState _state;
    private readonly Mailbox _mailbox = new();
    private readonly AnswerComposer _composer;
    private readonly IReadOnlyList<IDisposable> _routes;
    private readonly KeySet _keys;
    private readonly Outbox _outbox;
    private readonly Lazy<SigningKey> _federationKey;

    /// <summary>Puts an identity provider on a host.</summary>
    /// <param name="settings">How it behaves; for a plain-http address, <see cref="IdentityProviderSettings.MovedTo"/> first.</param>
    /// <param name="host">Answers at the host names of the settings.</param>
    /// <param name="keys">Its keys, which stay the caller's; the first signs, all are published.</param>
    /// <param name="clock">The time it lives in.</param>
    /// <param name="ids">Where its identifiers come from.</param>
    public FakeIdentityProvider(
        IdentityProviderSettings settings, IStubHost host, IReadOnlyList<SigningKey> keys, TimeProvider clock, IdSource ids)
    {
        Settings = settings;
        _keys = new KeySet(keys);
        _addresses = new IdpAddresses(settings);
        _directory = new IdpDirectory(settings.NestedGroupsCount);
        _state = new LoginState(ids);
        _composer = new AnswerComposer(settings, clock, ids);
        _federationKey = new(() => SigningKey.CreateEcdsa("federation", "CN=federation", clock));
        var pages = new PageFactory(settings, clock, ids);
        _outbox = new Outbox(_composer, _keys, clock, ids, pages);
        var cookieName = "fake-idp-" + ids.Next()[1..9];
        var desk = new SignInDesk(settings, _addresses, _directory, _state, _outbox, pages, cookieName, clock);
        _routes =
        [
            .. new SingleSignOnService(this, _addresses, _state, _mailbox, _outbox, pages, desk, clock).Attach(host),
            .. new PortalService(_addresses, _directory, _state, pages, desk).Attach(host),
            .. desk.Attach(host),
        ];
    }

    /// <summary>How it behaves.</summary>
    public IdentityProviderSettings Settings { get; }

    /// <summary>The entity ID towards applications that have none of their own.</summary>
    public string EntityId => Settings.Expand(Settings.Issuer);

    /// <summary>Where people see their applications.</summary>
    public string PortalUrl => _addresses.Portal;

    /// <summary>Where people sign in without any application.</summary>
    public string SignInUrl => _addresses.SignIn;

    /// <summary>Its keys: the first signs, all are published.</summary>
    public IReadOnlyList<SigningKey> Keys => _keys.All;

    /// <summary>The signing certificate as an administrator downloads it.</summary>
    public string CertificatePem => _keys.Active.CertificatePem;

    /// <summary>The same on one line, without BEGIN and END.</summary>
    public string CertificateBare => _keys.Active.CertificateBase64;

    /// <summary>The applications as they are now.</summary>
    public IReadOnlyList<ServiceProviderApplication> Applications => _directory.Applications;

    /// <summary>The people as they are now.</summary>
    public IReadOnlyList<IdpPerson> People => _directory.People;

    /// <summary>What came since the last <see cref="Reset"/>.</summary>
    public IReadOnlyList<ReceivedMessage> Received => _mailbox.Messages;

    /// <summary>What was handed to browsers since the last <see cref="Reset"/>.</summary>
    public IReadOnlyList<IssuedMessage> Issued => _outbox.Issued;

    /// <summary>How many sign-ins would still be answered.</summary>
    public int Grants => _state.Grants;

    /// <summary>
    /// Whether a LogoutRequest is answered at once, as an honest identity provider does. It signs nobody in, so no refusal can read as a
    /// break-in; where the answer itself is to be looked at, it is given by <see cref="Hold"/>.
    /// </summary>
    public bool AnswersLogout { get; set; } = true;

    /// <summary>The Issuer towards an application.</summary>
    public string EntityIdFor(ServiceProviderApplication application) => _composer.IssuerFor(application);

    /// <summary>Where an application sends its AuthnRequests.</summary>
    public string SingleSignOnUrl(ServiceProviderApplication application) =>
        IdpAddresses.Fill(_addresses.SingleSignOn, Uri.EscapeDataString(application.Segment));

    /// <summary>Where an application's metadata is.</summary>
    public string MetadataUrl(ServiceProviderApplication application) =>
        IdpAddresses.Fill(_addresses.Metadata, Uri.EscapeDataString(application.Segment));

    /// <summary>The metadata that an administrator exports for an application.</summary>
    public string MetadataXml(ServiceProviderApplication application) => MetadataExport.Write(
        Settings, application, EntityIdFor(application), SingleSignOnUrl(application), Keys,
        Settings.Exports.ExtraRoleDescriptor ? _federationKey.Value : null);

    /// <summary>What is served in place of <see cref="MetadataXml"/>; <c>null</c>: that.</summary>
    public string? PublishedMetadata { get; set; }

    /// <summary>Adds an application, or replaces the one of the same entity ID.</summary>
    public void Register(ServiceProviderApplication application) =>
        _directory.Put(Settings.Registering(application, Applications.FirstOrDefault(former => former.EntityId == application.EntityId)));

    /// <summary>Takes an application away.</summary>
    public void Remove(ServiceProviderApplication application) => _directory.Remove(application);

    /// <summary>What administrators have set up, to go back to.</summary>
    public IdpSnapshot Save() => new(Applications, People, Keys);

    /// <summary>Goes back to what administrators had set up.</summary>
    public void Restore(IdpSnapshot snapshot)
    {
        _directory.Restore(snapshot.Applications, snapshot.People);
        _keys.Restore(snapshot.Keys);
    }

    /// <summary>Adds a person, or replaces the one of the same user name.</summary>
    public void Add(IdpPerson person) => _directory.Put(person);

    /// <summary>The person of a user name or e-mail address, as they are now.</summary>
    public IdpPerson? Find(string login) => _directory.Find(login);

    /// <summary>Says which groups are members of a group.</summary>
    public void Nest(string group, IReadOnlyList<string> members) => _directory.Nest(group, members);

    /// <summary>Whether a person may use an application.</summary>
    public bool IsAssigned(IdpPerson person, ServiceProviderApplication application) => _directory.IsAssigned(person, application);

    /// <summary>From now on another key signs; the others stay published.</summary>
    public void SignWith(SigningKey key) => _keys.SignWith(key);

    /// <summary>Publishes a key that does not sign yet.</summary>
    public void Publish(SigningKey key) => _keys.Publish(key);

    /// <summary>A key is published no longer.</summary>
    /// <exception cref="InvalidOperationException">It is the only one.</exception>
    public void Withdraw(SigningKey key) => _keys.Withdraw(key);

    /// <summary>Lets the next sign-ins be answered, each by one honest Response; a denied sign-in uses up its answer.</summary>
    public void GrantAnswer(int count = 1) => _state.Grant(count);

    /// <summary>From now on no sign-in is answered.</summary>
    public void RevokeGrants() => _state.RevokeGrants();

    /// <summary>Puts an answer at a one-time address of the identity provider's own; the browser that opens it brings the answer on.</summary>
    /// <remarks>It is <see cref="Issued"/> from now on: a browser without pages sends the form without opening the address.</remarks>
    /// <param name="request">What it answers; null: nothing.</param>
    /// <param name="action">Where it goes.</param>
    /// <param name="form">The fields, in order.</param>
    /// <param name="method">POST by a form that sends itself, GET by a redirect.</param>
    public string Hold(
        ReceivedMessage? request, string action, IReadOnlyList<KeyValuePair<string, string>> form, HttpMethod method)
    {
        var answer = new HeldAnswer(request, action, form, method);
        _outbox.Count(answer, null);
        return IdpAddresses.Fill(_addresses.Answer, _state.Hold(answer));
    }

    /// <summary>The honest answer, before it is written and signed.</summary>
    /// <param name="request">What is answered; null: nothing was asked.</param>
    /// <param name="application">Who gets it.</param>
    /// <param name="person">Who signed in.</param>
    public ResponseDraft DraftFor(ReceivedMessage? request, ServiceProviderApplication application, IdpPerson person) =>
        _composer.Compose(request, application, person, _keys.Active, null);

    /// <summary>An honest refusal: no assertion, not signed.</summary>
    public ResponseDraft ErrorDraftFor(
        ReceivedMessage? request, ServiceProviderApplication application, string statusCode = StatusCodes.Responder,
        string? subStatusCode = null, string? message = null) =>
        _composer.ComposeError(request, application, _keys.Active, statusCode, subStatusCode, message);

    /// <summary>The honest answer to a LogoutRequest, before it is written and signed.</summary>
    /// <param name="request">What is answered.</param>
    /// <param name="application">Who gets it.</param>
    /// <param name="statusCode">What came of it.</param>
    public LogoutDraft LogoutResponseFor(ReceivedMessage request, ServiceProviderApplication application, string statusCode = StatusCodes.Success)
    {
        var answered = request.Xml is { } xml && Saml.Messages.MessagePath.Values(xml, "@ID") is [var id, ..] ? id : null;
        var draft = _composer.ComposeLogout(application, _keys.Active, content => content with
        {
            InResponseTo = answered,
            Destination = application.LogoutResponseUrl ?? content.Destination,
            StatusCode = statusCode,
        });
        return draft with { RelayState = request.RelayState };
    }

    /// <summary>An answer to a LogoutRequest that the application never sent, before it is written and signed.</summary>
    public LogoutDraft UnaskedLogoutResponseFor(ServiceProviderApplication application, string answered) =>
        _composer.ComposeLogout(application, _keys.Active, content => content with
        {
            InResponseTo = answered,
            Destination = application.LogoutResponseUrl ?? content.Destination,
            StatusCode = StatusCodes.Success,
        });

    /// <summary>The honest request to end a session, before it is written and signed.</summary>
    /// <param name="application">Who gets it.</param>
    /// <param name="nameId">Whose.</param>
    /// <param name="sessionIndexes">Which; none: all of that person.</param>
    public LogoutDraft LogoutRequestFor(
        ServiceProviderApplication application, Saml.Messages.NameId nameId, IReadOnlyList<string> sessionIndexes) =>
        _composer.ComposeLogout(application, _keys.Active, content => content with
        {
            NameId = nameId,
            SessionIndexes = sessionIndexes,
        });

    /// <summary>The first message after a number that meets a condition, whether it is here already or still to come.</summary>
    /// <exception cref="TimeoutException">None came in time.</exception>
    public Task<ReceivedMessage> WaitForMessageAsync(
        Func<ReceivedMessage, bool> wanted, int afterIndex, TimeSpan timeout, CancellationToken cancellationToken = default) =>
        _mailbox.WaitAsync(message => message.Index > afterIndex && wanted(message), timeout, cancellationToken);

    /// <summary>The first message of a kind after a number.</summary>
    /// <exception cref="TimeoutException">None came in time.</exception>
    public Task<ReceivedMessage> WaitForMessageAsync(
        ReceivedKind kind, int afterIndex, TimeSpan timeout, CancellationToken cancellationToken = default) =>
        WaitForMessageAsync(message => message.Kind == kind, afterIndex, timeout, cancellationToken);

    /// <summary>Forgets sessions, logins, grants, held answers, what came and what went; applications, people and keys stay.</summary>
    public void Reset()
    {
        AnswersLogout = true;
        _state.Clear();
        _mailbox.Clear();
        _outbox.Clear();
    }

    /// <summary>Leaves the host.</summary>
    public void Dispose()
    {
        foreach (var route in _routes)
        {
            route.Dispose();
        }

        if (_federationKey.IsValueCreated)
        {
            _federationKey.Value.Dispose();
        }
    }
}
