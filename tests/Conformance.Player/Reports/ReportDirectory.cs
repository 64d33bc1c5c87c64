namespace Conformance.Player.Reports;

/// <summary>The folder of a report: made before the run, so that nobody plays for minutes and then has nowhere to write.</summary>
public sealed class ReportDirectory
{
    private const string Marker = ".conformance-report";
    private const string EvidenceName = "evidence";
    private static readonly string[] Own = [Marker, "results.json", "junit.xml", "index.html", "articles.html"];

    private ReportDirectory(string path) => FullPath = path;

    /// <summary>The folder.</summary>
    public string FullPath { get; }

    /// <summary>Where evidence goes.</summary>
    public string Evidence => Path.Combine(FullPath, EvidenceName);

    /// <summary>The page for people.</summary>
    public string Page => Path.Combine(FullPath, "index.html");

    /// <summary>What the set-up articles promise, with the verdicts.</summary>
    public string Articles => Path.Combine(FullPath, "articles.html");

    /// <summary>Everything, for programs.</summary>
    public string Json => Path.Combine(FullPath, "results.json");

    /// <summary>The results as build servers read them.</summary>
    public string JUnit => Path.Combine(FullPath, "junit.xml");

    /// <summary>Makes the folder, or clears an earlier report out of it. Nothing else is ever deleted.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="problem">Why it cannot be used.</param>
    /// <returns><c>null</c> when it cannot be used.</returns>
    public static ReportDirectory? Prepare(string path, out string problem)
    {
        problem = string.Empty;
        var full = Path.GetFullPath(path);
        try
        {
            if (File.Exists(full))
            {
                problem = $"The report cannot go to \"{path}\": that is a file. Name a folder.";
                return null;
            }

            if (Directory.Exists(full) && Directory.EnumerateFileSystemEntries(full).Any() && !File.Exists(Path.Combine(full, Marker)))
            {
                problem = $"The report cannot go to \"{path}\": the folder holds something else, which is not deleted. Name an empty folder, or a new one.";
                return null;
            }

            Directory.CreateDirectory(full);
            File.WriteAllText(Path.Combine(full, Marker), "This folder is a report, and the next run that writes here replaces it.\n");
            Clear(full);
            return new ReportDirectory(full);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = $"The report cannot go to \"{path}\": {exception.Message} Name a folder that can be written.";
            return null;
        }
    }

    /// <summary>Writes all forms of a report.</summary>
    public async Task WriteAsync(FinishedRun run, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(Json, ResultsJson.Write(run), cancellationToken);
        await File.WriteAllTextAsync(JUnit, JUnitXml.Write(run), cancellationToken);
        await File.WriteAllTextAsync(Page, HtmlReport.Write(run), cancellationToken);
    }

    private static void Clear(string full)
    {
        foreach (var name in Own.Where(name => name != Marker))
        {
            File.Delete(Path.Combine(full, name));
        }

        var evidence = Path.Combine(full, EvidenceName);
        if (Directory.Exists(evidence))
        {
            Directory.Delete(evidence, recursive: true);
        }
    }
}
