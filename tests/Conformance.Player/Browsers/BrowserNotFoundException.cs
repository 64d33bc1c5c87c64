namespace Conformance.Player.Browsers;

/// <summary>There is no browser and none could be installed. The message names every place that was tried, and the remedy.</summary>
public sealed class BrowserNotFoundException : Exception
{
    /// <summary>An exception without a message of its own.</summary>
    public BrowserNotFoundException()
    {
    }

    /// <summary>An exception with the whole explanation.</summary>
    public BrowserNotFoundException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with the whole explanation and its cause.</summary>
    public BrowserNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
