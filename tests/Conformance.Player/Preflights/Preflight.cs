using System.Globalization;
using Conformance.Player.Benches;
using Conformance.Player.Discovering;
using Conformance.Player.Drivers;
using Conformance.Player.Judging;
using Conformance.Player.Playing;
using Conformance.Player.Targets;
using Conformance.Saml.Metadata;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;

namespace Conformance.Player.Preflights;

/// <summary>The checks CTL-01 to CTL-10: whether a verdict about this target can mean anything, and if not, why, with one remedy.</summary>
internal sealed class Preflight(Bench bench, bool browser, PreflightParts parts, bool discovers = true)
{
    private static readonly TimeSpan TolerableClockDifference = TimeSpan.FromSeconds(60);
    private readonly List<PreflightCheck> _checks = [];
    private readonly Dictionary<string, string> _discovered = new(StringComparer.Ordinal);
    private readonly ScenarioPlayer _player = new(bench);

    public async Task<PreflightReport> RunAsync(CancellationToken cancellationToken)
    {
        if (bench.Settings.Target.Place is Targets.ClientOnlyPlace)
        {
            return new PreflightReport([await ClientPreflight.RunAsync(bench, cancellationToken)], _discovered);
        }

        var checks = new List<Func<CancellationToken, Task<PreflightCheck>>> { StartPageAsync };
        if (parts.SignOn)
        {
            checks.AddRange([MetadataAsync, GeneratorAsync, AnonymousAsync, LoginReachesIdpAsync, PositiveAsync, NegativeAsync, SessionEndsAsync, SigningPlacesAsync]);
        }

        if (parts.Scim)
        {
            checks.Add(token => ScimPreflight.RunAsync(bench, _discovered, isAlone: !parts.SignOn, token));
        }

        checks.Add(ClaimsAsync);
        foreach (var check in checks)
        {
            var result = await check(cancellationToken);
            _checks.Add(result);
            if (result.Outcome == PreflightOutcome.Failed)
            {
                break;
            }
        }

        if (discovers && parts.SignOn && _checks.TrueForAll(check => check.Outcome != PreflightOutcome.Failed))
        {
            await new Discovery(bench, _player, browser, _discovered).RunAsync(cancellationToken);
        }

        return new PreflightReport(_checks, _discovered);
    }

    private Stage Stage => bench.Generic;

    private async Task<PreflightCheck> StartPageAsync(CancellationToken cancellationToken)
    {
        const string id = "CTL-01";
        const string name = "the service provider answers";
        var url = Stage.Scope.ValueOf("sp.url")!;
        await using var driver = bench.NewHttpDriver();
        if (await OwnershipAsync(driver, url, cancellationToken) is { } notOurs)
        {
            return new PreflightCheck(id, name, PreflightOutcome.Failed, notOurs.Sentence, notOurs.Remedy);
        }

        var hop = await driver.RequestAsync(new RawRequest("GET", url, [], null), cancellationToken);
        if (hop.Status == 0)
        {
            return new PreflightCheck(
                id, name, PreflightOutcome.Failed, $"{url} gives no answer: {hop.Trouble}.",
                "Start the service provider, and check \"url\" in the target file. A certificate that is not trusted can be waived with tls: \"waived: REASON\".");
        }

        if (hop.ResponseHeader("Date") is { } date
            && DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var theirs)
            && (theirs - hop.At).Duration() is var difference && difference > TolerableClockDifference)
        {
            _discovered["clock difference"] = $"{difference.TotalSeconds:0} s";
            return new PreflightCheck(
                id, name, PreflightOutcome.Noted, $"{url} answers with status {hop.Status}; its clock differs from the suite's by {difference.TotalSeconds:0} s.",
                "Set the clocks right: time checks near the edges would be off by as much.");
        }

        return new PreflightCheck(id, name, PreflightOutcome.Passed, $"{url} answers with status {hop.Status}.");
    }

    // The embedded service provider has a name of its own and is on this machine all the same.
    private async Task<(string Sentence, string Remedy)?> OwnershipAsync(HttpDriver driver, string url, CancellationToken cancellationToken)
    {
        if (bench.Settings.Target.Place is EmbeddedPlace || ProofOfOwnership.UrlFor(url) is not { } proof)
        {
            return null;
        }

        var line = ProofOfOwnership.LineFor(Stage.IdpKey);
        var page = await driver.ReadAsync(proof, keepCookies: false, cancellationToken);
        return page.Status == 200 && ProofOfOwnership.Holds(page.Body, line) ? null : (
            $"{proof} does not serve the line \"{line}\" ({page.Trouble ?? $"status {page.Status}"}), so nothing shows that this service may be attacked.",
            "Serve it there, as plain text, and pass the same --keys in every run: the line belongs to the key. \"conformance idp export\" prints it.");
    }

    private async Task<PreflightCheck> MetadataAsync(CancellationToken cancellationToken)
    {
        const string id = "CTL-02";
        const string name = "its metadata fits the target file";
        if (EncryptionKeys.UseNamed(bench))
        {
            _discovered["encryption key"] = "in the target file";
        }

        if (Stage.Scope.ValueOf("sp.metadata") is not { } url)
        {
            return new PreflightCheck(id, name, PreflightOutcome.Skipped, "The target file names no metadata.");
        }

        await using var driver = bench.NewHttpDriver();
        var page = await driver.ReadAsync(url, keepCookies: true, cancellationToken);
        var metadata = SpMetadata.Read(page.Body);
        if (metadata.EntityId is null)
        {
            return new PreflightCheck(id, name, PreflightOutcome.Noted, $"{url} (status {page.Status}) holds no metadata of a service provider: {string.Join(' ', metadata.Problems.Select(problem => problem.Sentence))}", "Check \"metadata\" under \"sp\" in the target file, or leave it out.");
        }

        if (metadata.EntityId != Stage.Application.EntityId)
        {
            return new PreflightCheck(id, name, PreflightOutcome.Noted, $"The metadata's entityID is \"{metadata.EntityId}\", the target file says \"{Stage.Application.EntityId}\".", "Make \"entity-id\" in the target file equal to it, letter by letter.");
        }

        if (EncryptionKeys.Use(metadata, bench))
        {
            _discovered["encryption key"] = "in the metadata";
        }

        return new PreflightCheck(id, name, PreflightOutcome.Passed, $"entityID {metadata.EntityId}, {metadata.AssertionConsumerServices.Count} AssertionConsumerService.");
    }

    private Task<PreflightCheck> GeneratorAsync(CancellationToken cancellationToken)
    {
        const string id = "CTL-08";
        const string name = "the suite's own messages are sound";
        var attacker = Stage.Cast["attacker"];
        var draft = Stage.Idp.DraftFor(null, Stage.Application, attacker.AtIdp);
        var message = Saml.Forging.ResponseForge.Forge(new Saml.Forging.ForgeContext
        {
            Draft = draft with { Signing = draft.Signing with { Parts = SignedParts.Both } },
            Clock = bench.Settings.Clock,
            Ids = bench.Ids,
            IdpKey = draft.Signing.Key,
            StrangerKey = Stage.StrangerKey,
        });
        return Task.FromResult(message.Potency.IsPotent
            ? new PreflightCheck(id, name, PreflightOutcome.Passed, "An independent verifier accepts the baseline.")
            : new PreflightCheck(id, name, PreflightOutcome.Failed, $"The baseline does not verify: {message.Potency}", "This is a fault of the suite; report it with this sentence."));
    }

    private async Task<PreflightCheck> AnonymousAsync(CancellationToken cancellationToken)
    {
        const string id = "CTL-06";
        const string name = "a fresh browser is nobody";
        var driver = await ((IPlayground)bench).NewDriverAsync(browser, cancellationToken);
        await using (driver)
        {
            var state = await Stage.Probe.ReadAsync(driver, keepCookies: true, cancellationToken);
            return state.IsSignedIn
                ? new PreflightCheck(id, name, PreflightOutcome.Failed, $"{Stage.Probe.Url} says of a browser without cookies: {state}.", "Check \"session\" in the target file: its \"user\" must be found only when somebody is signed in.")
                : new PreflightCheck(id, name, PreflightOutcome.Passed, $"{Stage.Probe.Url} says of a browser without cookies that nobody is signed in.");
        }
    }

    private async Task<PreflightCheck> LoginReachesIdpAsync(CancellationToken cancellationToken)
    {
        const string id = "CTL-03";
        const string name = "its login leads to our identity provider";
        var result = await PlayAsync(BaselineLogin.Signed("accepted"), cancellationToken);
        if (result.Transcript.Received.Count == 0)
        {
            return new PreflightCheck(
                id, name, PreflightOutcome.Failed, $"No AuthnRequest came: {Describe(result)}",
                $"Configure the service provider with this identity provider's metadata (entity ID {Stage.Scope.ValueOf("idp.entity-id")}, sign-on URL {Stage.Scope.ValueOf("idp.sso-url")}), and check the journey \"login\" in the target file.");
        }

        var request = result.Transcript.Received[0];
        if (request.AuthnRequest?.Issuer is { } issuer && issuer != Stage.Application.EntityId)
        {
            return new PreflightCheck(id, name, PreflightOutcome.Failed, $"The AuthnRequest's Issuer is \"{issuer}\", the target file says \"{Stage.Application.EntityId}\".", "Make \"entity-id\" in the target file equal to it, letter by letter.");
        }

        _discovered["request binding"] = request.Binding;
        Stage.Discovered["requests-by-redirect"] = request.Binding == BindingUris.HttpRedirect;
        Stage.Discovered["requests-by-post"] = request.Binding == BindingUris.HttpPost;
        Stage.Discovered["signed-requests"] = new ReceivedSignature(request, Stage).IsPresent;
        if (request.AuthnRequest?.NameIdPolicy?.Format is { } format)
        {
            _discovered["NameID format asked for"] = format;
        }

        return new PreflightCheck(id, name, PreflightOutcome.Passed, $"An AuthnRequest of {request.AuthnRequest?.Issuer} came to {request.Url.Split('?')[0]}.");
    }

    private async Task<PreflightCheck> PositiveAsync(CancellationToken cancellationToken)
    {
        const string id = "CTL-04";
        const string name = "a valid login signs in the right person";
        var places = Stage.SigningPlaces.ToList();
        PlayResult? refused = null;
        foreach (var (method, place) in LoginDoubts.Encryptions(Stage).SelectMany(method => places.Select(place => (method, place))))
        {
            (Stage.InsistsOnEncryption, Stage.BlockEncryption) = (method is not null, method);
            var result = await PlayAsync(BaselineLogin.Signed(Word(place)), cancellationToken);
            refused ??= result;
            if (result.SuiteError is null && result.Findings.Count == 0)
            {
                // A plain login that failed once, for whatever reason, is no insisting: only who refuses it again insists.
                Stage.InsistsOnEncryption = false;
                Stage.InsistsOnEncryption = method is not null && (await PlayAsync(BaselineLogin.Signed(Word(place)), cancellationToken)).Findings.Count > 0;
                Stage.SigningPlaces = [place, .. places.Where(other => other != place)];
                Stage.ShownAttributes = [.. result.Transcript.Sessions[^1].Attributes.Keys];
                return new PreflightCheck(
                    id, name, PreflightOutcome.Passed,
                    $"{result.Transcript.Sessions[^1]}, by a Response with the {Word(place)} signed{(!Stage.InsistsOnEncryption ? string.Empty : " and the assertion encrypted; it takes no plain one, so all are")}.");
            }
        }

        (Stage.InsistsOnEncryption, Stage.BlockEncryption) = (false, null);
        var doubt = LoginDoubts.Cookie(refused!, Stage);
        return new PreflightCheck(
            id, name, PreflightOutcome.Failed, $"{Describe(refused!)}{(doubt is null ? string.Empty : " " + doubt.Value.Sentence)}", doubt?.Remedy ??
            "Read the service provider's own log for the reason it gives. Often: certificate, entity ID, NameID format, a required attribute (required-attributes), or people whom it does not know (people). \"conformance inspect\" shows what was sent.");
    }

    private async Task<PreflightCheck> NegativeAsync(CancellationToken cancellationToken)
    {
        const string id = "CTL-05";
        const string name = "garbage signs nobody in";
        var result = await PlayAsync(BaselineLogin.Signed("accepted", [BaselineLogin.Edit("replace-message", "this is no SAML message")], expectsNobody: true), cancellationToken);
        return result.SuiteError is null && !result.Findings.Any(finding => finding.Kind == FindingKind.Gain)
            ? new PreflightCheck(id, name, PreflightOutcome.Passed, "A SAMLResponse that is no XML leaves nobody signed in.")
            : new PreflightCheck(
                id, name, PreflightOutcome.Failed, $"After a SAMLResponse that is no XML: {Describe(result)}",
                "Check \"session\" in the target file: if it shows somebody whatever was sent, no refusal can be seen.");
    }

    private Task<PreflightCheck> SessionEndsAsync(CancellationToken cancellationToken) =>
        AfterRefusal.CheckAsync(bench, () => PlayAsync(BaselineLogin.Signed("accepted"), cancellationToken), Describe, cancellationToken);

    private async Task<PreflightCheck> SigningPlacesAsync(CancellationToken cancellationToken)
    {
        const string id = "CTL-10";
        const string name = "signing places that it accepts";
        var claimed = bench.Settings.Target.Claims.Signing;
        var accepted = new List<SignedParts>();
        var refused = new List<string>();
        foreach (var place in Stage.SigningPlaces)
        {
            var result = await PlayAsync(BaselineLogin.Signed(Word(place)), cancellationToken);
            if (result.SuiteError is null && result.Findings.Count == 0)
            {
                accepted.Add(place);
            }
            else
            {
                refused.Add(Word(place));
            }
        }

        Stage.SigningPlaces = accepted;
        _discovered["signing places"] = string.Join(", ", accepted.Select(Word));
        var missing = claimed?.Intersect(refused, StringComparer.Ordinal).ToList() ?? [];
        if (accepted.Count == 0)
        {
            return new PreflightCheck(id, name, PreflightOutcome.Failed, "None: the login that worked before no longer does.", "Something else changes the target meanwhile; give the suite one of its own.");
        }

        return missing.Count > 0
            ? new PreflightCheck(id, name, PreflightOutcome.Noted, $"Accepted: {_discovered["signing places"]}. Claimed and not accepted: {string.Join(", ", missing)}.", "Correct the claim, or the service provider.")
            : new PreflightCheck(id, name, PreflightOutcome.Passed, $"Accepted: {_discovered["signing places"]}.");
    }

    private Task<PreflightCheck> ClaimsAsync(CancellationToken cancellationToken) => Task.FromResult(new PreflightCheck(
        "CTL-09", "what this run makes can be told apart", PreflightOutcome.Passed, $"Values of this run carry {bench.Markers.Honest}, forged ones {bench.Markers.Forged}."));

    private Task<PlayResult> PlayAsync(Scenarios.Model.ScenarioCase scenarioCase, CancellationToken cancellationToken) =>
        _player.PlayAsync(scenarioCase, Stage, browser, asControl: false, tracePath: null, cancellationToken);

    private static string Word(SignedParts parts) => parts.ToString().ToLowerInvariant();

    private static string Describe(PlayResult result) =>
        result.SuiteError ?? (result.Findings.Count > 0 ? $"expected {result.Findings[0].Expected}; {result.Findings[0].Actual}." : result.Transcript.Sessions.Count > 0 ? $"{result.Transcript.Sessions[^1]}." : "nothing was seen.");
}
