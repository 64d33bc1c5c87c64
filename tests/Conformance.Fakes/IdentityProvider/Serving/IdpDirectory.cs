namespace Conformance.Fakes.IdentityProvider.Serving;

/// <summary>Applications, people and groups, and who may use what.</summary>
internal sealed class IdpDirectory(bool nestedGroupsCount)
{
    private readonly Lock _gate = new();
    private readonly List<ServiceProviderApplication> _applications = [];
    private readonly List<IdpPerson> _people = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _groupsIn = new(StringComparer.Ordinal);

    public IReadOnlyList<ServiceProviderApplication> Applications
    {
        get
        {
            lock (_gate)
            {
                return [.. _applications];
            }
        }
    }

    public IReadOnlyList<IdpPerson> People
    {
        get
        {
            lock (_gate)
            {
                return [.. _people];
            }
        }
    }

    /// <summary>Adds an application, or replaces the one of the same entity ID.</summary>
    public void Put(ServiceProviderApplication application)
    {
        lock (_gate)
        {
            Put(_applications, application, other => other.EntityId == application.EntityId);
        }
    }

    /// <summary>Adds a person, or replaces the one of the same user name.</summary>
    public void Put(IdpPerson person)
    {
        lock (_gate)
        {
            Put(_people, person, other => other.UserName == person.UserName);
        }
    }

    /// <summary>Says which groups are members of a group.</summary>
    public void Nest(string group, IReadOnlyList<string> members)
    {
        lock (_gate)
        {
            _groupsIn[group] = members;
        }
    }

    /// <summary>Takes an application away.</summary>
    public void Remove(ServiceProviderApplication application)
    {
        lock (_gate)
        {
            _applications.RemoveAll(other => other.EntityId == application.EntityId);
        }
    }

    /// <summary>Has these applications and people again, and no others.</summary>
    public void Restore(IReadOnlyList<ServiceProviderApplication> applications, IReadOnlyList<IdpPerson> people)
    {
        lock (_gate)
        {
            _applications.Clear();
            _applications.AddRange(applications);
            _people.Clear();
            _people.AddRange(people);
        }
    }

    /// <summary>The person by user name or e-mail address, however spelt.</summary>
    public IdpPerson? Find(string login) => People.FirstOrDefault(person => Same(person.UserName, login))
        ?? People.FirstOrDefault(person => person.Email is not null && Same(person.Email, login));

    /// <summary>The person as the directory has them now.</summary>
    public IdpPerson? Current(string userName) => People.FirstOrDefault(person => person.UserName == userName);

    public bool IsAssigned(IdpPerson person, ServiceProviderApplication application) =>
        application.AssignedGroups is not { } assigned
        || application.AssignedPeople.Contains(person.UserName, StringComparer.Ordinal)
        || GroupsOf(person).Any(group => assigned.Contains(group, StringComparer.Ordinal));

    private HashSet<string> GroupsOf(IdpPerson person)
    {
        var groups = person.Groups.ToHashSet(StringComparer.Ordinal);
        if (!nestedGroupsCount)
        {
            return groups;
        }

        lock (_gate)
        {
            while (_groupsIn.Where(outer => outer.Value.Any(groups.Contains)).Any(outer => groups.Add(outer.Key)))
            {
                // Each round reaches one group more; it ends when none is new, also where groups contain each other.
            }
        }

        return groups;
    }

    private static void Put<T>(List<T> list, T item, Predicate<T> same)
    {
        var at = list.FindIndex(same);
        if (at < 0)
        {
            list.Add(item);
        }
        else
        {
            list[at] = item;
        }
    }

    private static bool Same(string one, string other) => string.Equals(one, other.Trim(), StringComparison.OrdinalIgnoreCase);
}
