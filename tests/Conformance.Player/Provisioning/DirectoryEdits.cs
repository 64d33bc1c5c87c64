using System.Globalization;
using Conformance.Fakes.Provisioning;
using Conformance.Player.Playing;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;

namespace Conformance.Player.Provisioning;

/// <summary>Carries out what a scenario changes in the directory.</summary>
internal static class DirectoryEdits
{
    public static void Do(Play play, ProvisioningGround ground, DirectoryChange step)
    {
        var directory = ground.Directory;
        var action = step.Action.Bind(play.Scope.ValueOf);
        play.Say(step, $"the directory: {action} {step.Person?.Raw ?? step.Group?.Raw ?? string.Create(CultureInfo.InvariantCulture, $"{step.Count} people")}");
        ground.Directory = action switch
        {
            "group" => directory.With(Changed(play, ground, directory, step)),
            "delete-group" => directory.WithoutGroup(GroupId(play, step)),
            "fill" => Enumerable.Range(directory.People.Count, step.Count).Aggregate(directory, (filled, number) => filled.With(Extra(number))),
            "change" when step.Person is null => directory.People.TakeLast(step.Count)
                .Aggregate(directory, (changed, person) => changed.With(person with { Title = $"{person.Title} II".Trim() })),
            "delete" => directory.WithoutPerson(Person(play, ground, step).Id),
            "add" => directory.With(With(play, ground, Fixture(play, ground, step.Person!), step.Set)),
            "disable" => directory.With(Person(play, ground, step) with { IsEnabled = false }),
            "enable" => directory.With(Person(play, ground, step) with { IsEnabled = true }),
            "assign" => directory.With(Person(play, ground, step) with { IsAssigned = true }),
            "unassign" => directory.With(Person(play, ground, step) with { IsAssigned = false }),
            "change" => directory.With(With(play, ground, Person(play, ground, step), step.Set)),
            _ => throw new PlayException(step.Location, $"nothing is known about \"directory: {action}\""),
        };
    }

    /// <summary>The person whom a role means, as the directory has them now.</summary>
    public static SourcePerson? InDirectory(Play play, ProvisioningGround ground, Text role) => ground.Directory.Person(Fixture(play, ground, role).Id);

    public static SourcePerson Fixture(Play play, ProvisioningGround ground, Text role)
    {
        var name = role.Bind(play.Scope.ValueOf);
        var fixture = play.Case.Scenario.Given.GetValueOrDefault(name, name);
        return ground.People.TryGetValue(fixture, out var person)
            ? person
            : throw new PlayException(role.Location, $"nobody is in the role \"{name}\"; write it under \"given\"");
    }

    private static SourcePerson Person(Play play, ProvisioningGround ground, DirectoryChange step) =>
        InDirectory(play, ground, step.Person!) ?? throw new PlayException(step.Location, $"\"{step.Person!.Raw}\" is not in the directory");

    private static SourcePerson Extra(int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"user{number:D4}");
        return new SourcePerson
        {
            Id = $"dir-{name}",
            UserName = $"{name}@sp.example",
            Email = $"{name}@sp.example",
            GivenName = "User",
            FamilyName = string.Create(CultureInfo.InvariantCulture, $"Number{number}"),
            DisplayName = $"User Number{number}",
            Title = "Agent",
        };
    }

    private static string GroupId(Play play, DirectoryChange step) => $"dir-group-{step.Group!.Bind(play.Scope.ValueOf)}";

    private static SourceGroup Changed(Play play, ProvisioningGround ground, SourceDirectory directory, DirectoryChange step)
    {
        var id = GroupId(play, step);
        var old = directory.Groups.FirstOrDefault(group => group.Id == id) ?? new SourceGroup(id, step.Group!.Bind(play.Scope.ValueOf), []);
        var members = step.Members?.Select(role => Fixture(play, ground, role).Id)
            ?? (step.Count > 1 ? directory.People.Take(step.Count).Select(person => person.Id) : old.MemberIds);
        return old with { DisplayName = step.Set?["name"] is TextValue name ? name.Text.Bind(play.Scope.ValueOf) : old.DisplayName, MemberIds = [.. members] };
    }

    private static SourcePerson With(Play play, ProvisioningGround ground, SourcePerson person, MapValue? set)
    {
        foreach (var (key, value) in set?.Entries ?? [])
        {
            if (value is not TextValue text)
            {
                throw new PlayException(value.Location, $"\"{key.Raw}\" has to be a text");
            }

            var written = text.IsNull ? null : text.Text.Bind(play.Scope.ValueOf);
            person = key.Bind(play.Scope.ValueOf) switch
            {
                "given-name" => person with { GivenName = written },
                "family-name" => person with { FamilyName = written },
                "display-name" => person with { DisplayName = written },
                "email" => person with { Email = written },
                "user-name" => person with { UserName = written ?? string.Empty },
                "title" => person with { Title = written },
                "department" => person with { Department = written },
                "employee-number" => person with { EmployeeNumber = written },
                "password" => person with { Password = written },
                "manager" => person with { ManagerId = written is null ? null : Fixture(play, ground, text.Text).Id },
                _ => throw new PlayException(key.Location, $"a person has no \"{key.Raw}\""),
            };
        }

        return person;
    }
}
