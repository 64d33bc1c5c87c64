using Conformance.ReferenceSp.Checks;
using Conformance.ReferenceSp.Companies;

namespace Conformance.ReferenceSp.Sessions;

/// <summary>The accounts of all companies.</summary>
internal sealed class UserDirectory
{
    private readonly Lock _lock = new();
    private readonly IReadOnlyList<ReferencePerson> _people;
    private List<ReferenceUser> _users = [];

    public UserDirectory(IReadOnlyList<ReferencePerson> people)
    {
        _people = people;
        Reset();
    }

    public IReadOnlyList<ReferenceUser> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _users];
            }
        }
    }

    public void Reset()
    {
        lock (_lock)
        {
            _users = [.. _people.Select(person => new ReferenceUser
            {
                Dress = person.Dress,
                Company = person.Company,
                Identifier = person.Identifier ?? person.Email,
                Email = person.Email,
                Role = person.Role ?? "Member",
                Suspended = person.Suspended,
                Password = person.Password,
            }),];
        }
    }

    /// <summary>The account that the attempt names, brought up to date, or made where the company wants that; null: nobody.</summary>
    public ReferenceUser? SignIn(LoginAttempt attempt)
    {
        var configuration = attempt.Company.Configuration;
        lock (_lock)
        {
            if (attempt.Blueprint.RemembersRefused && attempt.Blueprint.FindUser(_users, attempt) < 0)
            {
                _users.Add(Newcomer(attempt) with { Suspended = !configuration.JustInTime });
            }

            var index = attempt.Blueprint.FindUser(_users, attempt);
            if (index < 0 && !attempt.Blueprint.MakesAccounts(configuration))
            {
                return null;
            }

            var known = index >= 0
                ? _users[index]
                : Newcomer(attempt);
            if (known.Suspended)
            {
                return known;
            }

            var updated = Update(known, attempt);
            if (index >= 0 && (attempt.Blueprint.FindsBeforeMaking || !known.JustInTime))
            {
                _users[index] = updated;
            }
            else
            {
                _users.Add(updated);
            }

            return updated;
        }
    }

    /// <summary>Adds an account; false when the company has one of that name.</summary>
    public bool TryAdd(ReferenceUser user)
    {
        lock (_lock)
        {
            if (_users.Exists(known => known.Dress == user.Dress && known.Company == user.Company && IsSameName(known.Identifier, user.Identifier)))
            {
                return false;
            }

            _users.Add(user);
            return true;
        }
    }

    public ReferenceUser? FindById(string id)
    {
        lock (_lock)
        {
            return _users.Find(user => user.Id == id);
        }
    }

    public void Change(string id, Func<ReferenceUser, ReferenceUser> change)
    {
        lock (_lock)
        {
            var index = _users.FindIndex(user => user.Id == id);
            if (index >= 0)
            {
                _users[index] = change(_users[index]);
            }
        }
    }

    public void Remove(string id)
    {
        lock (_lock)
        {
            _ = _users.RemoveAll(user => user.Id == id);
        }
    }

    public ReferenceUser? SignIn(Dress dress, string email, string password)
    {
        var user = FindByEmail(dress, email);
        return user?.Password is not null && user.Password == password ? user : null;
    }

    private static ReferenceUser Newcomer(LoginAttempt attempt) => new()
    {
        Dress = attempt.Company.Configuration.Dress,
        Company = attempt.Company.Configuration.Domain,
        Identifier = attempt.AccountName,
        Email = attempt.AccountName.Contains('@', StringComparison.Ordinal) ? attempt.AccountName : "",
        Role = attempt.Blueprint.RoleOfNewcomers(attempt.Company.Configuration),
        JustInTime = true,
    };

    // What people type: a blank before, other letter case, a final dot of the domain.
    private static string Spelt(string email) => email.Trim().TrimEnd('.');

    /// <summary>The account of an e-mail address at a product, however the address is spelt.</summary>
    public ReferenceUser? FindByEmail(Dress dress, string email)
    {
        lock (_lock)
        {
            return _users.Find(user => user.Dress == dress && Ascii.EqualsIgnoreCase(user.Email, Spelt(email)) && !user.Suspended);
        }
    }

    /// <summary>Gives an account a password; one that is not there yet is made.</summary>
    public ReferenceUser SetPassword(Company company, string email, string password)
    {
        lock (_lock)
        {
            var dress = company.Configuration.Dress;
            var index = _users.FindIndex(user => user.Dress == dress && Ascii.EqualsIgnoreCase(user.Email, email));
            if (index >= 0)
            {
                return _users[index] = _users[index] with { Password = password };
            }

            var made = new ReferenceUser
            {
                Dress = dress,
                Company = company.Configuration.Domain,
                Identifier = email,
                Email = email,
                Role = company.Configuration.DefaultRole,
                Password = password,
            };
            _users.Add(made);
            return made;
        }
    }

    /// <summary>The sound way to find an account: of this company, by its identifier as it is.</summary>
    public static int Find(IReadOnlyList<ReferenceUser> users, LoginAttempt attempt) =>
        Find(users, attempt, IsSameName);

    public static int Find(IReadOnlyList<ReferenceUser> users, LoginAttempt attempt, Func<string, string, bool> isSame)
    {
        for (var index = 0; index < users.Count; index++)
        {
            if (users[index].Company == attempt.Company.Configuration.Domain
                && users[index].Dress == attempt.Company.Configuration.Dress
                && isSame(users[index].Identifier, attempt.AccountName))
            {
                return index;
            }
        }

        return -1;
    }

    // An e-mail address in other letter case is the same person; any other name is compared as it is (saml-core 8.3.7).
    private static bool IsSameName(string known, string asserted) =>
        known == asserted || (known.Contains('@', StringComparison.Ordinal) && Ascii.EqualsIgnoreCase(known, asserted));

    private static ReferenceUser Update(ReferenceUser user, LoginAttempt attempt)
    {
        // Whoever provisions the account owns its profile; a login says who came, not what they are called.
        if (user.IsProvisioned && attempt.Blueprint.Scim.OwnsProfiles)
        {
            return user;
        }

        var profile = new Dictionary<string, string>(user.Profile);
        foreach (var (name, field) in attempt.Company.Configuration.AttributeMapping)
        {
            if (attempt.Blueprint.FindAttribute(attempt.Attributes, name) is [var value, ..]
                && (attempt.Blueprint.UpdatesProfiles || !profile.ContainsKey(field)))
            {
                profile[field] = value;
            }
        }

        return user with
        {
            Profile = profile,
            Email = profile.GetValueOrDefault("email", user.Email),
            Role = attempt.Blueprint.RoleOf(user, attempt),
        };
    }
}
