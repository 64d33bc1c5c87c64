namespace Conformance.Fakes.Provisioning;

/// <summary>What the directory holds at one moment. Whoever is not in it any more was deleted for good.</summary>
/// <param name="People">The people, in the order in which they were last changed where a client goes by that.</param>
/// <param name="Groups">The groups.</param>
public sealed record SourceDirectory(IReadOnlyList<SourcePerson> People, IReadOnlyList<SourceGroup> Groups)
{
    /// <summary>A directory that holds nobody.</summary>
    public static SourceDirectory Empty { get; } = new([], []);

    /// <summary>The directory with a person added, or put in the place of the one with that identifier.</summary>
    public SourceDirectory With(SourcePerson person) => this with
    {
        People = People.Any(other => other.Id == person.Id)
            ? [.. People.Select(other => other.Id == person.Id ? person : other)]
            : [.. People, person],
    };

    /// <summary>The directory without a person, whose memberships end too.</summary>
    public SourceDirectory WithoutPerson(string id) => new(
        [.. People.Where(person => person.Id != id)],
        [.. Groups.Select(group => group with { MemberIds = [.. group.MemberIds.Where(member => member != id)] })]);

    /// <summary>The directory with a group added, or put in the place of the one with that identifier.</summary>
    public SourceDirectory With(SourceGroup group) => this with
    {
        Groups = Groups.Any(other => other.Id == group.Id)
            ? [.. Groups.Select(other => other.Id == group.Id ? group : other)]
            : [.. Groups, group],
    };

    /// <summary>The directory without a group.</summary>
    public SourceDirectory WithoutGroup(string id) => this with { Groups = [.. Groups.Where(group => group.Id != id)] };

    /// <summary>The person of that identifier, or <see langword="null"/>.</summary>
    public SourcePerson? Person(string id) => People.FirstOrDefault(person => person.Id == id);
}
