namespace Conformance.Fakes.Provisioning;

/// <summary>Which attribute of the directory goes where: the paths of RFC 7644 3.10, in the order in which they are written.</summary>
public sealed record AttributeMapping(IReadOnlyList<KeyValuePair<string, Func<SourcePerson, string?>>> Attributes)
{
    /// <summary>Entra ID's default for applications that are not in its gallery, shortened to what people here have. [V]</summary>
    public static AttributeMapping Entra { get; } = new(
    [
        new("externalId", person => person.MailNickname),
        new("userName", person => person.UserName),
        new("displayName", person => person.DisplayName),
        new("title", person => person.Title),
        new(ResourcePath.WorkEmail, person => person.Email),
        new("name.formatted", person => Joined(person)),
        new("name.familyName", person => person.FamilyName),
        new("name.givenName", person => person.GivenName),
        new(ResourcePath.EnterpriseUser + ":employeeNumber", person => person.EmployeeNumber),
        new(ResourcePath.EnterpriseUser + ":department", person => person.Department),
    ]);

    /// <summary>JumpCloud's. [M] but for the paths of the names, which stand in a captured message. [C]</summary>
    public static AttributeMapping JumpCloud { get; } = new(
    [
        new("externalId", person => person.Id),
        new("userName", person => person.Email),
        new("displayName", person => person.DisplayName),
        new("name.givenName", person => person.GivenName),
        new("name.familyName", person => person.FamilyName),
        new(ResourcePath.WorkEmail, person => person.Email),
        new("title", person => person.Title),
        new(ResourcePath.EnterpriseUser + ":department", person => person.Department),
        new(ResourcePath.EnterpriseUser + ":employeeNumber", person => person.EmployeeNumber),
    ]);

    /// <summary>The same mapping with another source for one path.</summary>
    public AttributeMapping With(string path, Func<SourcePerson, string?> source) =>
        new([.. Attributes.Select(attribute => attribute.Key == path ? new(path, source) : attribute)]);

    /// <summary>The values about a person, path by path; empty where nothing is known.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Of(SourcePerson person, Func<string, string> write) =>
        [.. Attributes.Select(attribute => KeyValuePair.Create(attribute.Key, attribute.Value(person) is { Length: > 0 } value ? write(value) : null))];

    private static string? Joined(SourcePerson person) =>
        string.Join(' ', new[] { person.GivenName, person.FamilyName }.Where(name => !string.IsNullOrEmpty(name))) is { Length: > 0 } name ? name : null;
}
