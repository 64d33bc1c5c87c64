namespace Conformance.Fakes.Provisioning;

/// <summary>A person in the directory that is provisioned from. What is <see langword="null"/> is empty there.</summary>
public sealed record SourcePerson
{
    /// <summary>The directory's own identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The name to sign in with (Entra ID: user principal name).</summary>
    public required string UserName { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The first name.</summary>
    public string? GivenName { get; init; }

    /// <summary>The last name.</summary>
    public string? FamilyName { get; init; }

    /// <summary>The whole name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The job title.</summary>
    public string? Title { get; init; }

    /// <summary>The department.</summary>
    public string? Department { get; init; }

    /// <summary>The number by which the employer knows the person.</summary>
    public string? EmployeeNumber { get; init; }

    /// <summary>The <see cref="Id"/> of the manager.</summary>
    public string? ManagerId { get; init; }

    /// <summary>The password, which is nobody else's business.</summary>
    public string? Password { get; init; }

    /// <summary>Whether the account is switched on.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Whether the account lies in the bin, from which it can be taken out again.</summary>
    public bool IsSoftDeleted { get; init; }

    /// <summary>Whether the application is assigned to the person, directly or by a group that counts.</summary>
    public bool IsAssigned { get; init; } = true;

    /// <summary>The part of the user name before the at sign, which Entra ID calls mailNickname.</summary>
    public string MailNickname => UserName.Split('@')[0];
}
