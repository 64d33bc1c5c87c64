using Conformance.Fakes.Provisioning;
using Conformance.Fakes.ScimServer;

namespace Conformance.Player.Provisioning;

/// <summary>What the provisioning steps of one play have in hand.</summary>
internal sealed class ProvisioningGround
{
    private IClientUnderTest? _client;

    /// <summary>What the directory holds.</summary>
    public SourceDirectory Directory { get; set; } = SourceDirectory.Empty;

    /// <summary>Who takes part, by fixture.</summary>
    public required IReadOnlyDictionary<string, SourcePerson> People { get; init; }

    /// <summary>The fake server that the client meets; <c>null</c>: it meets the target.</summary>
    public FakeScimServer? Server { get; init; }

    /// <summary>Makes the client, told whether its server's certificate is to be one that nobody trusts.</summary>
    public required Func<bool, IClientUnderTest> NewClient { get; init; }

    /// <summary>Reads the directory of an identity provider that has one; <c>null</c>: steps change it.</summary>
    public Func<SourceDirectory>? ReadDirectory { get; init; }

    /// <summary>Takes a change of the directory over into that identity provider.</summary>
    public Action<SourceDirectory, SourceDirectory>? Change { get; init; }

    /// <summary>What was entered at the client, for integrations.</summary>
    public ClientSettings? Settings { get; init; }

    /// <summary>Every request so far.</summary>
    public required Func<IReadOnlyList<ScimTraffic>> Traffic { get; init; }

    /// <summary>What the client under test claims.</summary>
    public required Func<string, bool> Claims { get; init; }

    /// <summary>The users of that name at the server.</summary>
    public required Func<string, CancellationToken, Task<FoundUsers>> FindUsers { get; init; }

    /// <summary>How many requests had come before the client acted last.</summary>
    public int Seen { get; set; }

    /// <summary>What the client said last.</summary>
    public ClientRound? LastRound { get; set; }

    /// <summary>Everything that it said.</summary>
    public List<string> Said { get; } = [];

    /// <summary>Users that are at the server for other reasons and have to stay as they are.</summary>
    public HashSet<string> Strangers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the server shows a certificate that nobody trusts.</summary>
    public bool IsUntrusted { get; set; }

    /// <summary>The client, made when first needed.</summary>
    public IClientUnderTest Client => _client ??= NewClient(IsUntrusted);

    /// <summary>Whether anything has been asked of the client yet.</summary>
    public bool HasClient => _client is not null;

    /// <summary>Lets the next step make a client anew, with what was entered since.</summary>
    public void ForgetClient() => _client = null;
}
