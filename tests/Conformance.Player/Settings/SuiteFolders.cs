namespace Conformance.Player.Settings;

/// <summary>The folder that holds <c>scenarios/</c>, <c>fixtures/</c> and <c>playwright.config</c>, and what lies in it.</summary>
/// <param name="Root">Its full path.</param>
public sealed record SuiteFolders(string Root)
{
    /// <summary>The name of the settings file.</summary>
    public const string ConfigName = "playwright.config";

    /// <summary>The scenarios.</summary>
    public string Scenarios => Path.Combine(Root, "scenarios");

    /// <summary>Who takes part.</summary>
    public string Fixtures => Path.Combine(Root, "fixtures");

    /// <summary>The catalogue of requirements.</summary>
    public string Spec => Path.Combine(Fixtures, "spec");

    /// <summary>The target files that the suite brings along.</summary>
    public string ServiceProviders => Path.Combine(Fixtures, "service-providers");

    /// <summary>The target files of provisioning clients that the suite brings along.</summary>
    public string ProvisioningClients => Path.Combine(Fixtures, "provisioning-clients");

    /// <summary>The identity providers that the suite brings along.</summary>
    public string IdentityProviders => Path.Combine(Fixtures, "identity-providers");

    /// <summary>The settings file.</summary>
    public string Config => Path.Combine(Root, ConfigName);

    /// <summary>Looks upwards from each of some folders; <c>null</c> when none is inside a suite.</summary>
    /// <param name="starts">Where somebody stands, and where the program lies.</param>
    public static SuiteFolders? Find(params IEnumerable<string> starts)
    {
        foreach (var start in starts)
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (Directory.Exists(Path.Combine(folder.FullName, "scenarios")) && Directory.Exists(Path.Combine(folder.FullName, "fixtures")))
                {
                    return new SuiteFolders(folder.FullName);
                }
            }
        }

        return null;
    }

    /// <summary>A path as a person at the root would write it; whole when it lies elsewhere.</summary>
    public string Shown(string path)
    {
        var full = Path.GetFullPath(path);
        return full.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? Path.GetRelativePath(Root, full).Replace('\\', '/')
            : path.Replace('\\', '/');
    }
}
