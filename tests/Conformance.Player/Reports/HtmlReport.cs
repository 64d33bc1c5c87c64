namespace Conformance.Player.Reports;

/// <summary>Placeholder.</summary>
public static class HtmlReport
{
    /// <summary>x</summary>
    public static string Write(FinishedRun run) => run.Target;
}
