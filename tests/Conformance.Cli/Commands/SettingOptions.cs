using System.CommandLine;
using Conformance.Player.Settings;

namespace Conformance.Cli.Commands;

/// <summary>The options that are settings: each has the name of its key in <c>playwright.config</c>.</summary>
internal sealed class SettingOptions
{
    private readonly List<(string Key, Option Option, Func<ParseResult, string?> Read)> _options = [];

    /// <summary>Adds an option with a value.</summary>
    public SettingOptions Value(string key, string placeholder, string help)
    {
        var option = new Option<string?>($"--{key}") { Description = help, HelpName = placeholder };
        _options.Add((key, option, parsed => parsed.GetValue(option)));
        return this;
    }

    /// <summary>Adds an option that is there or not.</summary>
    public SettingOptions Flag(string key, string help)
    {
        var option = new Option<bool>($"--{key}") { Description = help };
        _options.Add((key, option, parsed => parsed.GetResult(option) is { Implicit: false } ? parsed.GetValue(option) ? "true" : "false" : null));
        return this;
    }

    /// <summary>Adds an option that may be there several times.</summary>
    public SettingOptions List(string key, string placeholder, string help)
    {
        var option = new Option<string[]>($"--{key}") { Description = help, HelpName = placeholder };
        _options.Add((key, option, parsed => parsed.GetValue(option) is { Length: > 0 } values ? string.Join(',', values) : null));
        return this;
    }

    /// <summary>The names of all options, with their hyphens.</summary>
    public IEnumerable<string> Names => _options.Select(option => option.Option.Name);

    /// <summary>Puts the options on a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var (_, option, _) in _options)
        {
            command.Add(option);
        }
    }

    /// <summary>What was written on the command line.</summary>
    public SettingsLayer Layer(ParseResult parsed) => SettingsLayer.Options(_options
        .Select(option => (option.Key, Value: option.Read(parsed)))
        .Where(pair => pair.Value is not null)
        .ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal));
}
