using Conformance.Scenarios.Loading.Yaml;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;
using Conformance.Scenarios.Words;

namespace Conformance.Scenarios.Loading;

/// <summary>Reads the lists <c>says</c> and <c>tamper</c> and holds every edit against the vocabulary.</summary>
internal sealed class EditReader(ReadingScope scope)
{
    private readonly ValueReader _values = new(scope);

    public IReadOnlyList<Edit> Read(YamlList list, string key)
    {
        if (list.Items.Count == 0)
        {
            scope.Report(list.Location, $"\"{key}\" is an empty list. Write an edit, or leave the key out.");
        }

        return [.. list.Items.Select(Read).OfType<Edit>()];
    }

    private Edit? Read(YamlNode node)
    {
        switch (node)
        {
            case YamlScalar { IsNull: false } word:
                return Checked(word, new TextValue(new Text(string.Empty, word.Location), IsNull: true));
            case YamlMap { Entries: [var only] }:
                return Checked(only.Key, _values.Plain(only.Value));
            default:
                scope.Report(node.Location, $"An edit is {node.Kind}{(node is YamlMap ? " of several keys" : string.Empty)}. Write one word, or \"word: argument\", and a new \"- \" for the next.");
                return null;
        }
    }

    private Edit? Checked(YamlScalar name, Value argument)
    {
        if (scope.Vocabulary.Edits is { } edits)
        {
            if (!edits.TryGetValue(name.Value, out var description))
            {
                scope.Report(name.Location, $"\"{name.Value}\" is no edit. {NearestWord.Hint(name.Value, edits.Keys.Order(StringComparer.Ordinal))}");
                return null;
            }

            CheckArgument(description, argument, name.Location);
        }

        return new Edit(name.Value, argument, name.Location);
    }

    private void CheckArgument(EditDescription edit, Value argument, Location location)
    {
        switch (argument)
        {
            case TextValue { IsNull: true }:
                if (edit.Parameters.FirstOrDefault(parameter => parameter.IsRequired) is { } required)
                {
                    scope.Report(location, $"The edit \"{edit.Name}\" lacks \"{required.Name}\". Write {Form(edit)}.");
                }

                break;
            case MapValue when edit.HasFreeKeys:
                break;
            case MapValue map:
                CheckParameters(edit, map);
                break;
            case var _ when edit.Parameters.Count == 0:
                scope.Report(argument.Location, $"The edit \"{edit.Name}\" takes nothing. Write the bare word.");
                break;
            case var _ when edit.Parameters.Skip(1).FirstOrDefault(parameter => parameter.IsRequired) is { } second:
                scope.Report(argument.Location, $"The edit \"{edit.Name}\" lacks \"{second.Name}\". Write {Form(edit)}.");
                break;
            default:
                CheckAllowed(edit, edit.Parameters[0], argument);
                break;
        }
    }

    private void CheckParameters(EditDescription edit, MapValue map)
    {
        var names = edit.Parameters.Select(parameter => parameter.Name).ToList();
        var misspelled = new HashSet<string>(StringComparer.Ordinal);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in map.Entries)
        {
            // A key may be a variable, whose value every case has to make a parameter.
            foreach (var (name, _) in scope.PossibleValues(key) ?? [])
            {
                written.Add(name);
                if (edit.Parameters.FirstOrDefault(parameter => parameter.Name == name) is { } parameter)
                {
                    CheckAllowed(edit, parameter, value);
                }
                else
                {
                    scope.Report(key.Location, $"The edit \"{edit.Name}\" has no \"{name}\". {NearestWord.Hint(name, names)}");
                    misspelled.Add(NearestWord.To(name, names) ?? string.Empty);
                }
            }
        }

        foreach (var missing in edit.Parameters.Where(parameter => parameter.IsRequired && !written.Contains(parameter.Name) && !misspelled.Contains(parameter.Name)))
        {
            scope.Report(map.Location, $"The edit \"{edit.Name}\" lacks \"{missing.Name}\". Write {Form(edit)}.");
        }
    }

    private void CheckAllowed(EditDescription edit, EditParameter parameter, Value value)
    {
        if (parameter.AllowedValues is { } allowed && value is TextValue { IsNull: false } text)
        {
            scope.CheckWord(text.Text, $"\"{parameter.Name}\" of \"{edit.Name}\"", KnownWords.Of(allowed));
        }
        else if (parameter.AllowedValues is { } words)
        {
            scope.Report(value.Location, $"\"{parameter.Name}\" of \"{edit.Name}\" is no word. Write one of: {string.Join(", ", words)}.");
        }
    }

    private static string Form(EditDescription edit) => edit.Parameters switch
    {
        [var only] => $"\"{edit.Name}: {only.Name}\"",
        var several => $"\"{edit.Name}: {{ {string.Join(", ", several.Select(parameter => parameter.IsRequired ? $"{parameter.Name}: …" : $"{parameter.Name}?: …"))} }}\"",
    };
}
