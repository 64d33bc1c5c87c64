namespace Conformance.Player.Drivers;

/// <summary>How a body ends that is longer than a run wants to read.</summary>
internal static class BodyCap
{
    /// <summary>What is said of it.</summary>
    public static string Words(DriverLimits limits) => $"the answer is longer than {limits.BodyBytes / 1024 / 1024} MB; the rest was not read";

    /// <summary>Keeps a body at hand to be read twice.</summary>
    /// <exception cref="HttpRequestException">It is too long; what is left of it was not read.</exception>
    public static async Task KeepAsync(HttpContent content, DriverLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            await content.LoadIntoBufferAsync(limits.BodyBytes, cancellationToken);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, Words(limits), exception);
        }
    }
}
