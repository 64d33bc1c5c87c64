using Conformance.Player.Running;
using Conformance.Player.Settings;
using NUnit.Framework;

namespace Conformance.SelfTests.Cli;

/// <summary>What the settings mean together.</summary>
internal sealed class SettingsTests
{
    [TestCase("auto", "false", DriverChoice.Auto)]
    [TestCase("auto", "true", DriverChoice.Browser, Description = "Nothing that is to be seen may pass by unseen.")]
    [TestCase("http", "true", DriverChoice.Http)]
    public void A_browser_that_is_shown_plays_all_unless_told_otherwise(string driver, string headed, DriverChoice expected)
    {
        var problems = new List<SettingsProblem>();
        var layer = SettingsLayer.Options(new Dictionary<string, string> { ["driver"] = driver, ["headed"] = headed });

        Assert.That(SettingsReader.Read([layer], problems).Driver, Is.EqualTo(expected));
        Assert.That(problems, Is.Empty);
    }
}
