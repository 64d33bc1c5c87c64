using System.Reflection;

namespace Conformance.Player.Reports;

/// <summary>Which version of the suite speaks.</summary>
public static class SuiteVersion
{
    /// <summary>The version, with the commit where the build knew it.</summary>
    public static string Current { get; } =
        typeof(SuiteVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
