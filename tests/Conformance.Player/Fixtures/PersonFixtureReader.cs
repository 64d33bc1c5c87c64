using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Loading.Yaml;

namespace Conformance.Player.Fixtures;

/// <summary>Reads a file of <c>fixtures/people</c>.</summary>
internal static class PersonFixtureReader
{
    private static readonly string[] _keys = ["given-name", "family-name", "email", "user-name", "password", "disabled"];

    public static PersonFixture? Read(string name, YamlNode root, ICollection<ScenarioProblem> problems)
    {
        if (MapReader.Of(root, "The person", _keys, problems) is not { } reader)
        {
            return null;
        }

        var (given, family, password) = (reader.RequiredText("given-name"), reader.RequiredText("family-name"), reader.RequiredText("password"));
        if (!reader.Has("email") && !reader.Has("user-name"))
        {
            problems.Add(new(reader.Location, "The person has neither \"email\" nor \"user-name\", and so cannot sign in. Add one."));
        }

        return given is null || family is null || password is null
            ? null
            : new PersonFixture(name, given, family, reader.Text("email"), reader.Text("user-name"), password, reader.Flag("disabled") ?? false);
    }
}
