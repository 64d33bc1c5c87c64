using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Conformance.ReferenceSp.Companies;
using Conformance.ReferenceSp.Sessions;
using Conformance.Scim;

namespace Conformance.ReferenceSp.Scim;

/// <summary>The users and groups of all companies. Its users are the accounts that people sign in to.</summary>
internal sealed class ScimStore(UserDirectory accounts, ScimBlueprint blueprint)
{
    private readonly List<ScimResource> _resources = [];

    /// <summary>Held for the length of every request: what one sees is never half of what another writes.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    public void Clear() => _resources.Clear();

    /// <summary>All of a company, oldest first.</summary>
    public IReadOnlyList<ScimResource> Of(Company company, string type, DateTimeOffset now)
    {
        if (type == "Users")
        {
            Adopt(company, now);
        }

        return [.. _resources.Where(resource => (resource.Company == company.Key || blueprint.ListsAllCompanies) && resource.Type == type)];
    }

    public ScimResource? Find(Company company, string type, string id, DateTimeOffset now) =>
        Of(company, type, now).FirstOrDefault(resource => resource.Id == id);

    /// <summary>Finds whatever company it belongs to; only flawed servers do.</summary>
    public ScimResource? FindAnywhere(string type, string id) => _resources.Find(resource => resource.Type == type && resource.Id == id);

    /// <summary>Whether another user of the company has that name: without regard to case and to how accents are composed (RFC 7644 5).</summary>
    public bool IsTaken(Company company, string userName, string? exceptId, DateTimeOffset now) =>
        Of(company, "Users", now).Any(user => user.Id != exceptId && user.Company == company.Key && blueprint.PrepareUserName(user.Name) == blueprint.PrepareUserName(userName));

    public ScimResource? Add(Company company, string type, JsonObject content, DateTimeOffset now)
    {
        var resource = new ScimResource
        {
            Id = RandomNumberGenerator.GetHexString(32, lowercase: true),
            Company = company.Key,
            Type = type,
            Content = content,
            Created = now,
            LastModified = now,
        };

        // Somebody may have signed in for the first time since we looked.
        if (type == "Users" && !accounts.TryAdd(Accounts.From(resource, company, null)) && blueprint.KeepsUserNamesUnique
            && blueprint.PrepareUserName == ScimBlueprint.Sound.PrepareUserName)
        {
            return null;
        }

        _resources.Add(resource);
        return resource;
    }

    public void Put(Company company, ScimResource resource)
    {
        var index = _resources.FindIndex(known => known.Id == resource.Id);
        var before = _resources[index];
        _resources[index] = resource;
        if (resource.Type == "Users")
        {
            accounts.Change(resource.Id, account => Kept(Accounts.From(resource, company, account), account));
        }
        else
        {
            GiveRoles(company, before.MemberIds.Concat(resource.MemberIds));
        }
    }

    public void Remove(Company company, ScimResource resource, DateTimeOffset now)
    {
        _ = _resources.Remove(resource);
        if (resource.Type != "Users")
        {
            GiveRoles(company, resource.MemberIds);
            return;
        }

        if (blueprint.ForgetsDeleted)
        {
            accounts.Remove(resource.Id);
        }

        foreach (var group in _resources.Where(group => group.MemberIds.Contains(resource.Id)).ToList())
        {
            var content = group.Content.DeepClone().AsObject();
            content["members"] = new JsonArray([.. content["members"]!.AsArray()
                .Where(member => ScimJson.Text(member as JsonObject, "value") != resource.Id).Select(member => member!.DeepClone())]);
            Put(company, group.Changed(content, now));
        }
    }

    public IEnumerable<ScimResource> GroupsOf(string userId) => _resources.Where(resource => resource.Type == "Groups" && resource.MemberIds.Contains(userId));

    public void GiveRoles(Company company, IEnumerable<string> userIds)
    {
        foreach (var id in userIds.Distinct())
        {
            accounts.Change(id, account => account with { Role = Accounts.RoleOf(GroupsOf(id).Select(group => group.Name), account.RoleGiven ?? company.Configuration.DefaultRole) });
        }
    }

    /// <summary>The name that the account shows to those who sign in; only flawed services let it differ from what SCIM knows.</summary>
    public string? DisplayNameOf(string userId) => accounts.FindById(userId)?.DisplayName;

    private ReferenceUser Kept(ReferenceUser changed, ReferenceUser before) => changed with
    {
        Suspended = changed.Suspended || (before.Suspended && !blueprint.Reactivates),
        Identifier = blueprint.CarriesRenames ? changed.Identifier : before.Identifier,
    };

    /// <summary>Accounts that came to be without SCIM are users like the others.</summary>
    private void Adopt(Company company, DateTimeOffset now)
    {
        foreach (var account in accounts.All.Where(account => Company.KeyOf(account.Dress, account.Company) == company.Key && !_resources.Exists(known => known.Id == account.Id)))
        {
            _resources.Add(new ScimResource
            {
                Id = account.Id,
                Company = company.Key,
                Type = "Users",
                Content = Accounts.ToContent(account),
                Created = now,
                LastModified = now,
            });
        }
    }
}
