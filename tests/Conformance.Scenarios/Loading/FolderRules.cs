using Conformance.Scenarios.Format;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;
using Conformance.Scenarios.Words;

namespace Conformance.Scenarios.Loading;

/// <summary>What a file may say because of where it lies: <c>integrations/**</c> names pages and values of one integration,
/// all else runs on every target and names roles only.</summary>
internal static class FolderRules
{
    private const string Remedy = "Use journey, idp-sign-in or session, or move the file below integrations/.";

    private static readonly string[] _folders = ["idp", "integrations", "saml", "scim"];

    public static bool IsForEveryTarget(string address) => !address.StartsWith("integrations/", StringComparison.Ordinal);

    public static void CheckAddress(string address, Location start, ICollection<ScenarioProblem> problems)
    {
        var segments = address.Split('/');
        foreach (var segment in segments.Where(segment => !ReadingScope.NamePattern().IsMatch(segment)))
        {
            problems.Report(start, $"\"{segment}\" in the path cannot be part of an address. Rename it: {ScenarioFormat.NameForm}.");
        }

        if (segments.Length == 1)
        {
            problems.Report(start, $"The file lies in no folder. Move it below one of: {string.Join(", ", _folders)}.");
        }
        else if (!_folders.Contains(segments[0], StringComparer.Ordinal))
        {
            problems.Report(start, $"\"{segments[0]}\" is no folder for scenarios. {NearestWord.Hint(segments[0], _folders)}");
        }
        else if (segments is ["integrations", _])
        {
            problems.Report(start, "The file belongs to no integration. Move it into a folder below integrations/, such as integrations/aircall-jumpcloud/.");
        }
    }

    public static void Check(Step step, ReadingScope scope)
    {
        if (!scope.IsForEveryTarget)
        {
            return;
        }

        var text = step switch
        {
            Click click => click.Name,
            Fill { Fields: [var field, ..] } => field.Key,
            Upload { Files: [var file, ..] } => file.Key,
            Copy copy => copy.Label,

            // What no page should ever show (a stack trace) is no product's own text.
            See see => see.Heading ?? see.Text,
            _ => null,
        };
        if (text is not null)
        {
            scope.Report(step.Location, $"\"{text.Raw}\" is a text of one product's page, and this scenario runs on every target. {Remedy}");
        }
        else if (step is Open { Url: var url } && !url.Raw.StartsWith("${", StringComparison.Ordinal))
        {
            scope.Report(url.Location, $"\"{url.Raw}\" is one product's address, and this scenario runs on every target. Begin it with a variable such as ${{sp.url}}.");
        }
        else if (step is Request { Line: var line } && line.Raw.Split(' ') is [_, var address, ..] && address.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            scope.Report(line.Location, $"\"{line.Raw}\" names one product's address, and this scenario runs on every target. Begin it with a variable such as ${{sp.url}}.");
        }
    }
}
