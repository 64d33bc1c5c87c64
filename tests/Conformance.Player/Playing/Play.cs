using Conformance.Player.Drivers;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;

namespace Conformance.Player.Playing;

/// <summary>One playing of one case: what its steps have in hand, from the first to the last.</summary>
internal sealed class Play(ScenarioCase scenarioCase, Stage stage, IPlayground ground, bool browser, bool asControl)
{
    private readonly Dictionary<string, IDriver> _browsers = new(StringComparer.Ordinal);

    // People of whom nobody has ever heard, made for this play alone: every role that is given the newcomer is another one.
    private readonly Dictionary<string, CastMember> _newcomers = NewcomersOf(scenarioCase, stage, ground);

    private Provisioning.ProvisioningGround? _provisioning;

    public ScenarioCase Case { get; } = scenarioCase;

    public Stage Stage { get; } = stage;

    public IPlayground Ground { get; } = ground;

    /// <summary>Whether the case is played as its own control: nothing tampered, the subject must be signed in.</summary>
    public bool AsControl { get; } = asControl;

    /// <summary>Whether only the session counts: what a control's pages and requests say is checked where it is played for its own sake.</summary>
    public bool IsControl { get; init; } = asControl;

    /// <summary>Whether a real browser is used.</summary>
    public bool Browser { get; } = browser;

    public VariableScope Scope => field ??= ScopeOf(Case, Stage, _newcomers);

    public Transcript Transcript { get; } = new();

    public List<Finding> Findings { get; } = [];

    /// <summary>What the provisioning steps have in hand; <c>null</c>: no provisioning client takes part.</summary>
    public Provisioning.ProvisioningGround? Provisioning => _provisioning ??= Stage.BeginProvisioning?.Invoke();

    /// <summary>The browser that acts now.</summary>
    public IDriver Driver { get; private set; } = null!;

    public string DriverName { get; private set; } = string.Empty;

    /// <summary>The number of the last message that a step has seen.</summary>
    public int SeenMessages { get; set; }

    /// <summary>The message that the next answer answers.</summary>
    public Fakes.IdentityProvider.ReceivedMessage? LastRequest { get; set; }

    /// <summary>Whether a session has been expected in this browser already, so that finding one is no surprise.</summary>
    public HashSet<string> SignedInBrowsers { get; } = new(StringComparer.Ordinal);

    /// <summary>How often the canary had been asked for before a message named it; <c>null</c> while none has.</summary>
    public int? CanaryHitsBefore { get; set; }

    /// <summary>Requests by the name that a step gave them.</summary>
    public Dictionary<string, Fakes.IdentityProvider.ReceivedMessage> NamedRequests { get; } = new(StringComparer.Ordinal);

    /// <summary>Logout messages by the name that a step gave them: where they went, and what was in them.</summary>
    public Dictionary<string, Fakes.IdentityProvider.IssuedMessage> NamedLogouts { get; } = new(StringComparer.Ordinal);

    /// <summary>The provisioning client; <c>null</c> until a step needs one.</summary>
    public Scim.ScimClient? Scim { get; set; }

    /// <summary>The ids of what SCIM answers described, by the name that a step gave them.</summary>
    public Dictionary<string, string> ScimNames { get; } = new(StringComparer.Ordinal);

    /// <summary>A text that nothing else of this or another run is called by.</summary>
    public Func<string> Unique => () => $"{Stage.Scope.ValueOf("run.marker")}-{Ground.Ids.Next()[1..9]}";

    /// <summary>Answers that were made and not delivered yet.</summary>
    public Dictionary<string, SentAnswer> Held { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The browsers in which things happened together, for as long as the play lasts.</summary>
    public List<IDriver> Together { get; } = [];

    /// <summary>Whether the identity provider's metadata was changed, which the service provider has to unlearn.</summary>
    public bool ChangedMetadata { get; set; }

    /// <summary>How many hops a <c>hops</c> step has accounted for, by browser.</summary>
    public Dictionary<string, int> SeenHops { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the case is a refusal or an attack: then only the session decides, and all else is set-up.</summary>
    public bool Refuses => !AsControl && Case.Scenario.AllSteps.OfType<Session>().Any(session => session.ExpectsNobody || session.ExpectsNoGain);

    /// <summary>Whether a refusal has been seen: what must work after it is a requirement of its own, no longer the way there.</summary>
    public bool HasRefused { get; set; }

    public CastMember Member(Text role)
    {
        var name = role.Bind(Scope.ValueOf);
        if (_newcomers.TryGetValue(name, out var newcomer))
        {
            return newcomer;
        }

        return Stage.Cast.TryGetValue(Case.Scenario.Given.GetValueOrDefault(name, name), out var member)
            ? member
            : throw new PlayException(role.Location, $"there is nobody in the role \"{name}\"; the cast is {string.Join(", ", Stage.Cast.Keys)}");
    }

    /// <summary>
    /// One part of what happens together: it begins with a copy of this browser's cookies and goes its own way, over HTTP, for a form is
    /// submitted twice at the same moment by a program rather than by a person.
    /// </summary>
    public async Task<Play> BranchAsync(string name, CancellationToken cancellationToken)
    {
        var driver = await Ground.NewDriverAsync(browser: false, cancellationToken);
        ((HttpDriver)driver).Adopt(await Driver.CookiesAsync(cancellationToken));
        Together.Add(driver);
        var branch = new Play(Case, Stage, Ground, browser: false, AsControl)
        {
            IsControl = IsControl,
            IsBranch = true,
            HasRefused = HasRefused,
            Held = Held,
            LastRequest = LastRequest,
            SeenMessages = SeenMessages,
            Driver = driver,
            DriverName = name,
        };
        branch._browsers[name] = driver;
        return branch;
    }

    public void Say(Step step, string text) => Transcript.Say(step.Location, text, Ground.Clock.GetUtcNow());

    /// <summary>Notes what was not as expected: about the requirement itself, or, where only the session counts, about the way there.</summary>
    public void Miss(Location location, string expected, string actual) =>
        Findings.Add(new Finding(location, expected, actual, Refuses && !HasRefused ? FindingKind.NotShown : FindingKind.Miss));

    public void NotShown(Location location, string expected, string actual) =>
        Findings.Add(new Finding(location, expected, actual, FindingKind.NotShown));

    public void Inapplicable(Location location, string expected, string actual) =>
        Findings.Add(new Finding(location, expected, actual, FindingKind.Inapplicable));

    /// <summary>The browser of that name; <c>first</c> is the one without a name.</summary>
    public IDriver? BrowserNamed(string name) => _browsers.GetValueOrDefault(name == "first" ? string.Empty : name);

    public async Task UseBrowserAsync(string name, CancellationToken cancellationToken)
    {
        if (!_browsers.TryGetValue(name, out var driver))
        {
            _browsers[name] = driver = await Ground.NewDriverAsync(Browser, cancellationToken);
        }

        Driver = driver;
        DriverName = name;
    }

    /// <summary>Whether it is one of several that run at the same time, so that only what its own browser sent is its own.</summary>
    public bool IsBranch { get; private init; }

    /// <summary>Takes over what a branch has found, and its browsers.</summary>
    public void Join(Play branch)
    {
        lock (_browsers)
        {
            Findings.AddRange(branch.Findings);
            Transcript.Add(branch.Transcript);
            foreach (var (name, driver) in branch._browsers)
            {
                _browsers[name] = driver;
            }
        }
    }

    /// <summary>Writes down what the browsers hold, then closes them.</summary>
    public async Task EndAsync(bool keepPicture, CancellationToken cancellationToken)
    {
        foreach (var (name, driver) in _browsers)
        {
            Transcript.SetHops(name, driver.Hops);
        }

        if (_browsers.TryGetValue(string.Empty, out var first))
        {
            Transcript.LastPage = first.Page;
            if (keepPicture)
            {
                Transcript.Cookies = await first.CookiesAsync(cancellationToken);
                Transcript.Screenshot = await first.ScreenshotAsync(cancellationToken);
            }
        }
    }

    public async Task StopTracesAsync(Func<string, string?> pathFor, CancellationToken cancellationToken)
    {
        foreach (var (name, driver) in _browsers)
        {
            await driver.StopTraceAsync(pathFor(name), cancellationToken);
        }
    }

    /// <summary>Takes away what a provisioning client has made, however the scenario went.</summary>
    public Task EndProvisioningAsync(CancellationToken cancellationToken) =>
        _provisioning is { } ground && Stage.EndProvisioning is { } end ? end(ground, cancellationToken) : Task.CompletedTask;

    public async Task CloseAsync()
    {
        foreach (var driver in _browsers.Values)
        {
            await driver.DisposeAsync();
        }
    }

    private static Dictionary<string, CastMember> NewcomersOf(ScenarioCase scenarioCase, Stage stage, IPlayground ground)
    {
        var newcomers = new Dictionary<string, CastMember>(StringComparer.Ordinal);
        foreach (var (role, _) in scenarioCase.Scenario.Given.Where(given => given.Value == "newcomer" && stage.NewMember is not null))
        {
            newcomers[role] = stage.NewMember!(role, $"new-{ground.Ids.Next()[1..13]}");
            stage.Idp.Add(newcomers[role].AtIdp);
        }

        return newcomers;
    }

    private static VariableScope ScopeOf(ScenarioCase scenarioCase, Stage stage, IReadOnlyDictionary<string, CastMember> newcomers)
    {
        var scope = stage.Scope.Inner();
        foreach (var (role, member) in stage.Cast)
        {
            scope.With(role, field => field.Length == 0 ? role : member.Fields.GetValueOrDefault(field));
        }

        // "person: alice" under given: the role is another name for whom the fixture of that name describes.
        foreach (var (role, fixture) in scenarioCase.Scenario.Given)
        {
            if (stage.Cast.TryGetValue(fixture, out var member))
            {
                scope.With(role, field => field.Length == 0 ? role : member.Fields.GetValueOrDefault(field));
            }
        }

        foreach (var (role, member) in newcomers)
        {
            scope.With(role, field => field.Length == 0 ? role : member.Fields.GetValueOrDefault(field));
        }

        return scope.ForCase(scenarioCase);
    }
}
