using Conformance.Fakes.IdentityProvider;
using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Loading.Yaml;

namespace Conformance.Player.Fixtures;

/// <summary>Who takes part: identity providers, people and integrations, by file name.</summary>
public sealed record FixtureLibrary
{
    /// <summary><c>identity-providers/*.yaml</c>.</summary>
    public required IReadOnlyDictionary<string, IdentityProviderSettings> IdentityProviders { get; init; }

    /// <summary><c>people/*.yaml</c>.</summary>
    public required IReadOnlyDictionary<string, PersonFixture> People { get; init; }

    /// <summary><c>integrations/*.yaml</c>.</summary>
    public required IReadOnlyDictionary<string, Integration> Integrations { get; init; }

    /// <summary>Everything that is wrong in any of the files.</summary>
    public required IReadOnlyList<ScenarioProblem> Problems { get; init; }

    /// <summary>Reads all files below a folder; never throws for what they hold.</summary>
    public static FixtureLibrary Read(string folder)
    {
        var problems = new List<ScenarioProblem>();
        var idps = All(folder, "identity-providers", problems, (path, file, _) => ReadIdentityProvider(path, file, problems, []));
        var people = All(folder, "people", problems, (_, file, root) => PersonFixtureReader.Read(Slug(file), root, problems));
        var integrations = All(folder, "integrations", problems, (_, file, root) =>
        {
            var integration = IntegrationReader.Read(Slug(file), root, problems);
            if (integration is not null)
            {
                IntegrationCheck.Report(integration, root, idps, people, problems);
            }

            return integration;
        });
        return new FixtureLibrary { IdentityProviders = idps, People = people, Integrations = integrations, Problems = [.. problems.Distinct()] };
    }

    /// <summary>Reads one identity provider from wherever a customer keeps it; null when it cannot be used.</summary>
    public static IdentityProviderSettings? ReadIdentityProvider(string path, ICollection<ScenarioProblem> problems) =>
        ReadIdentityProvider(path, path.Replace('\\', '/'), problems, []);

    private static Dictionary<string, T> All<T>(
        string folder, string kind, List<ScenarioProblem> problems, Func<string, string, YamlNode, T?> read)
        where T : class
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        var directory = Path.Combine(folder, kind);
        var paths = Directory.Exists(directory) ? Directory.GetFiles(directory, "*.yaml") : [];
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            var shown = $"fixtures/{kind}/{Path.GetFileName(path)}";
            var file = YamlFile.Read(path, shown);
            problems.AddRange(file.Problems);
            if (file.Root is not null && read(path, shown, file.Root) is { } item)
            {
                found[Slug(shown)] = item;
            }
        }

        return found;
    }

    private static IdentityProviderSettings? ReadIdentityProvider(
        string path, string shown, ICollection<ScenarioProblem> problems, IReadOnlyList<string> within)
    {
        var file = YamlFile.Read(path, shown);
        foreach (var problem in file.Problems)
        {
            problems.Add(problem);
        }

        return file.Root is null ? null : new IdentityProviderReader(problems).Read(file.Root, BasedOn);

        IdentityProviderSettings? BasedOn(YamlScalar name)
        {
            var self = Path.GetFullPath(path);
            var other = Path.Combine(Path.GetDirectoryName(self)!, name.Value + ".yaml");
            if (other != self && !within.Contains(other, StringComparer.Ordinal) && File.Exists(other))
            {
                var shownOther = $"{shown[..(shown.LastIndexOf('/') + 1)]}{name.Value}.yaml";
                return ReadIdentityProvider(other, shownOther, problems, [.. within, self]);
            }

            problems.Add(new(name.Location,
                $"\"based-on\" is \"{name.Value}\". Beside this file there is no {name.Value}.yaml, or it leads back here."));
            return null;
        }
    }

    private static string Slug(string file) => Path.GetFileNameWithoutExtension(file);
}
