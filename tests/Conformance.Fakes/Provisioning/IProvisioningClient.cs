namespace Conformance.Fakes.Provisioning;

/// <summary>A client that keeps the users of a SCIM server equal to those of a directory.</summary>
public interface IProvisioningClient
{
    /// <summary>What it did and what failed.</summary>
    ProvisioningLog Log { get; }

    /// <summary>How many requests it sent so far.</summary>
    int RequestsSent { get; }

    /// <summary>When something is left to be tried again; <see langword="null"/>: nothing is.</summary>
    DateTimeOffset? DueAgain { get; }

    /// <summary>Tests whether the server can be reached and takes the token.</summary>
    /// <returns>Empty when all is well; else what an administrator reads.</returns>
    Task<string> TestConnectionAsync(CancellationToken cancellationToken);

    /// <summary>Does what the present moment asks for: a cycle where one is due, nothing where none is.</summary>
    /// <returns>Whether a cycle was run.</returns>
    Task<bool> RunDueAsync(SourceDirectory directory, CancellationToken cancellationToken);

    /// <summary>Runs a cycle now, as an administrator may ask for.</summary>
    /// <param name="directory">What the directory holds.</param>
    /// <param name="full">Whether everybody is looked at anew.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task RunAsync(SourceDirectory directory, bool full, CancellationToken cancellationToken);
}
