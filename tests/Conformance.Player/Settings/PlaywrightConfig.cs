using System.Xml;
using System.Xml.Linq;
using Conformance.Scenarios.Words;

namespace Conformance.Player.Settings;

/// <summary>Reads the <c>TestRunParameters</c> of <c>playwright.config</c>, which test runners read too.</summary>
public static class PlaywrightConfig
{
    /// <summary>Reads the file; nothing is set where there is none.</summary>
    /// <param name="folders">Where it lies.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static SettingsLayer Read(SuiteFolders folders, ICollection<SettingsProblem> problems)
    {
        var values = new Dictionary<string, (string Value, int Line)>(StringComparer.Ordinal);
        foreach (var parameter in Parameters(folders.Config, problems))
        {
            var line = ((IXmlLineInfo)parameter).LineNumber;
            if (parameter.Attribute("name")?.Value is not { Length: > 0 } name || parameter.Attribute("value")?.Value is not { } value)
            {
                problems.Add(At(line, "The parameter lacks its name or its value. Write <Parameter name=\"…\" value=\"…\" />."));
            }
            else if (!SettingsReader.Keys.Contains(name, StringComparer.Ordinal))
            {
                problems.Add(At(line, $"There is no setting \"{name}\". {NearestWord.Hint(name, SettingsReader.Keys)}"));
            }
            else if (!values.TryAdd(name, (value, line)))
            {
                problems.Add(At(line, $"\"{name}\" stands here a second time, first in line {values[name].Line}. Remove one of them."));
            }
        }

        // Empty means: as if it were not there, so that every key can stand in the file with its explanation.
        return new SettingsLayer(
            key => values.TryGetValue(key, out var entry) && entry.Value.Length > 0 ? entry.Value : null,
            key => $"{SuiteFolders.ConfigName}:{values[key].Line}: \"{key}\"");
    }

    private static List<XElement> Parameters(string path, ICollection<SettingsProblem> problems)
    {
        try
        {
            if (!File.Exists(path))
            {
                return [];
            }

            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var root = XDocument.Load(reader, LoadOptions.SetLineInfo).Root!;
            if (root.Name != "RunSettings")
            {
                problems.Add(At(((IXmlLineInfo)root).LineNumber, $"The file begins with <{root.Name}>, and has to begin with <RunSettings>."));
                return [];
            }

            return [.. root.Elements("TestRunParameters").Elements("Parameter")];
        }
        catch (XmlException exception)
        {
            problems.Add(At(exception.LineNumber, $"The file is no XML: {exception.Message}"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(At(1, $"The file cannot be read: {exception.Message}"));
        }

        return [];
    }

    private static SettingsProblem At(int line, string sentence) => new($"{SuiteFolders.ConfigName}:{line}: {sentence}", IsUsage: false);
}
