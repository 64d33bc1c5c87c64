using System.Text;
using System.Text.Json.Nodes;
using Conformance.Fakes.Stubs;
using Conformance.Scim;
using Conformance.Scim.Schemas;

namespace Conformance.Fakes.ScimServer;

/// <summary>A SCIM server for testing clients: sound, with a journal, and misbehaving on demand.</summary>
public sealed class FakeScimServer : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<ScimTraffic> _traffic = [];
    private readonly List<ScimFault> _faults = [];
    private readonly List<IDisposable> _routes = [];
    private readonly TimeProvider _time;
    private readonly ScimResponder _responder;
    private readonly string _token;
    private int _inFlight;

    /// <summary>Stands the server up on a stub host.</summary>
    /// <param name="host">The host.</param>
    /// <param name="path">The path of the base URL, such as <c>/scim/v2</c>.</param>
    /// <param name="token">The token that it takes.</param>
    /// <param name="time">The clock.</param>
    public FakeScimServer(IStubHost host, string path, string token, TimeProvider time)
    {
        (_time, _token, Path) = (time, token, path);
        Users = new ScimStore(CoreSchemas.Users, "userName", "User", () => Traits, time);
        Groups = new ScimStore(CoreSchemas.Groups, "displayName", "Group", () => Traits, time);
        _responder = new ScimResponder(this);
        HttpBaseUrl = $"http://127.0.0.1:{host.HttpPort}{path}";

        // The certificate of this address is for another name.
        UntrustedBaseUrl = $"https://127.0.0.1:{host.TlsPort}{path}";
        ElsewhereUrl = $"http://localhost:{host.HttpPort}{path}-elsewhere";
        _routes.Add(host.Handle(StubRoute.Prefix(path), HandleAsync));
        _routes.Add(host.Handle(StubRoute.Prefix(path + "-elsewhere"), ElsewhereAsync));
    }

    /// <summary>The base URL, over plain HTTP on loopback.</summary>
    public string HttpBaseUrl { get; }

    /// <summary>The same server behind a certificate that nobody has reason to trust.</summary>
    public string UntrustedBaseUrl { get; }

    /// <summary>Another host, to which redirects lead.</summary>
    public string ElsewhereUrl { get; }

    /// <summary>How it answers.</summary>
    public ScimServerTraits Traits { get; set; } = new();

    /// <summary>Every request so far.</summary>
    public IReadOnlyList<ScimTraffic> Traffic
    {
        get
        {
            lock (_gate)
            {
                return [.. _traffic];
            }
        }
    }

    /// <summary>The misbehaviours that were armed.</summary>
    public IReadOnlyList<ScimFault> Faults => _faults;

    /// <summary>The most requests that were under way at once.</summary>
    public int MostInFlight { get; private set; }

    /// <summary>How often the token came to the host that redirects lead to.</summary>
    public int TokensLeaked { get; private set; }

    internal ScimStore Users { get; }

    internal ScimStore Groups { get; }

    internal string Path { get; }

    /// <summary>The users as they are now.</summary>
    public IReadOnlyList<JsonObject> AllUsers
    {
        get
        {
            lock (_gate)
            {
                return Users.All;
            }
        }
    }

    /// <summary>The groups as they are now.</summary>
    public IReadOnlyList<JsonObject> AllGroups
    {
        get
        {
            lock (_gate)
            {
                return Groups.All;
            }
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            Users.Clear();
            Groups.Clear();
            _traffic.Clear();
            _faults.Clear();
            Traits = new();
            (MostInFlight, TokensLeaked) = (0, 0);
        }
    }

    /// <summary>Arms a misbehaviour. Of several the one armed first comes first.</summary>
    public void Arm(ScimFault fault)
    {
        lock (_gate)
        {
            _faults.Add(fault);
        }
    }

    /// <summary>Creates or changes a user behind the client's back.</summary>
    /// <param name="userName">Whose user.</param>
    /// <param name="change">What is changed of the body that a client would send; <see langword="null"/> deletes it.</param>
    public void Meddle(string userName, Action<JsonObject>? change)
    {
        lock (_gate)
        {
            var id = Users.All.Where(user => string.Equals(ScimJson.Text(user, "userName"), userName, StringComparison.OrdinalIgnoreCase))
                .Select(user => ScimJson.Text(user, "id")).FirstOrDefault();
            if (change is null)
            {
                _ = id is not null && Users.Delete(id);
                return;
            }

            var body = id is null ? new JsonObject { ["schemas"] = new JsonArray(ScimUrns.User), ["userName"] = userName } : (JsonObject)Users.Find(id)!.DeepClone();
            change(body);
            _ = id is null ? Users.Create(body) : Users.Replace(id, body);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _routes.ForEach(route => route.Dispose());

    private async ValueTask<StubResponse> HandleAsync(StubRequest request, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            MostInFlight = Math.Max(MostInFlight, ++_inFlight);
        }

        try
        {
            // Others get the chance to be under way at the same time, so that a flood shows.
            await Task.Yield();
            var answer = Handle(request);
            if (answer.Delay > TimeSpan.Zero)
            {
                using var timer = new PeriodicTimer(answer.Delay, _time);
                await timer.WaitForNextTickAsync(cancellationToken);
            }

            return answer with { Delay = TimeSpan.Zero };
        }
        finally
        {
            lock (_gate)
            {
                _inFlight--;
            }
        }
    }

    private StubResponse Handle(StubRequest request)
    {
        lock (_gate)
        {
            var path = request.RawPath[Path.Length..];
            var isAuthorized = request.Header("Authorization") == $"Bearer {_token}";
            var fault = _faults.Find(armed => armed.Takes(request.Method, path));
            var answer = fault is null
                ? isAuthorized || request.RawQuery.Contains(_token, StringComparison.Ordinal) ? _responder.Answer(request, path) : ScimResponder.Refuse(401, null, "The token is missing or wrong.")
                : ScimMisbehaviour.Answer(fault, () => _responder.Answer(request, path), $"{ElsewhereUrl}{path}", _time.GetUtcNow());
            _traffic.Add(new ScimTraffic
            {
                At = _time.GetUtcNow(),
                Method = request.Method,
                Path = path,
                RawQuery = request.RawQuery.Replace(_token, "***", StringComparison.Ordinal),
                Filter = request.Query("filter"),
                Headers = request.Headers.Where(header => !header.Is("Authorization")).DistinctBy(header => header.Name.ToUpperInvariant())
                    .ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase),
                IsAuthorized = isAuthorized,
                Text = request.BodyText.Replace(_token, "***", StringComparison.Ordinal),
                Body = ScimJson.TryParse(request.BodyText),
                Status = answer.Fault is { Kind: not (StubFaultKind.TruncateBody or StubFaultKind.HangInBody) } ? 0 : answer.Status,
                Fault = fault?.Kind,
            });
            return answer;
        }
    }

    private ValueTask<StubResponse> ElsewhereAsync(StubRequest request, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var everything = string.Join('\n', request.Headers.Select(header => header.Value)) + request.RawTarget + Encoding.UTF8.GetString(request.Body);
            TokensLeaked += everything.Contains(_token, StringComparison.Ordinal) ? 1 : 0;
        }

        return ValueTask.FromResult(ScimResponder.Refuse(404, null, "Nothing is here."));
    }
}
