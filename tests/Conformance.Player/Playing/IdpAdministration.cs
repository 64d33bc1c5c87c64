using Conformance.Fakes.IdentityProvider;
using Conformance.Saml.Names;
using Conformance.Scenarios.Model;

namespace Conformance.Player.Playing;

/// <summary>What an administrator can change at the identity provider while a scenario plays: in words of ours, or by the fields of its own pages.</summary>
internal static class IdpAdministration
{
    public static void Do(Play play, Text action, string argument)
    {
        var idp = play.Stage.Idp;
        var application = play.Stage.CurrentApplication;
        switch (action.Bind(play.Scope.ValueOf))
        {
            case "assign":
                Change(known => known with { AssignedPeople = [.. known.AssignedPeople, UserName()] });
                break;
            case "unassign":
                Change(known => known with { AssignedPeople = [.. known.AssignedPeople.Where(name => name != UserName())] });
                ChangePerson(person => person with { Groups = [.. person.Groups.Except(application.AssignedGroups ?? [], StringComparer.Ordinal)] });
                break;
            case "add-to-group":
                ChangePerson(person => person with { Groups = [.. person.Groups, Group()] });
                break;
            case "remove-from-group":
                ChangePerson(person => person with { Groups = [.. person.Groups.Where(group => group != Group())] });
                break;
            case "assign-group":
                Change(known => known with { AssignedGroups = [.. known.AssignedGroups ?? [], argument] });
                break;
            case "unassign-group":
                Change(known => known with { AssignedGroups = [.. (known.AssignedGroups ?? []).Where(group => group != argument)] });
                break;
            case "disable":
                ChangePerson(person => person with { Disabled = true });
                break;
            case "enable":
                ChangePerson(person => person with { Disabled = false });
                break;
            case "activate":
                Change(known => known with { Active = true });
                break;
            case "deactivate":
                Change(known => known with { Active = false });
                break;
            case "acs-url":
                Change(known => known with { AcsUrls = [argument] });
                break;
            case "create":
                // A new application knows nothing yet but its name and the address that it was given here.
                Change(known => new ServiceProviderApplication
                {
                    Name = argument,
                    EntityId = $"not entered yet ({argument})",
                    AcsUrls = ["https://not-entered.example/"],
                    Segment = known.Segment,
                    Active = false,
                    AssignedGroups = [],
                });
                break;
            case "rollover":
                Roll(play, action, argument);
                break;
            case "metadata":
                play.ChangedMetadata = true;
                idp.PublishedMetadata = ChangedMetadata.Write(argument, idp.MetadataXml(application), play.Stage.StrangerKey, play.Ground.Clock)
                    ?? throw new PlayException(action.Location, $"the metadata cannot be \"{argument}\"; write {string.Join(", ", ChangedMetadata.Words)}");
                break;
            default:
                Change(known => Field(known, action, argument));
                break;
        }

        string UserName() => Member().AtIdp.UserName;

        CastMember Member() => play.Member(action with { Raw = argument });

        string Group() => application.AssignedGroups is [var first, ..] ? first : throw new PlayException(action.Location, "no group is assigned to the application");

        void Change(Func<ServiceProviderApplication, ServiceProviderApplication> change)
        {
            var changed = change(application);
            if (changed.EntityId != application.EntityId)
            {
                idp.Remove(application);
            }

            idp.Register(changed);
        }

        void ChangePerson(Func<IdpPerson, IdpPerson> change) =>
            idp.Add(change(idp.People.First(person => person.UserName == UserName())));
    }

    private static void Roll(Play play, Text action, string argument)
    {
        var idp = play.Stage.Idp;
        var next = play.Stage.NextKey?.Invoke() ?? throw new PlayException(action.Location, "this identity provider has no key to roll over to");
        switch (argument)
        {
            case "publish":
                idp.Publish(next);
                break;
            case "activate":
                idp.SignWith(next);
                break;
            case "withdraw":
                idp.Withdraw(play.Stage.IdpKey);
                break;

            // From one moment to the next, as when the old certificate has run out.
            case "at-once":
                idp.SignWith(next);
                idp.Withdraw(play.Stage.IdpKey);
                break;
            default:
                throw new PlayException(action.Location, $"a rollover has no part \"{argument}\"; write publish, activate, withdraw or at-once");
        }
    }

    private static ServiceProviderApplication Field(ServiceProviderApplication known, Text action, string value) => action.Raw switch
    {
        "Display Label" => known with { Name = value },
        "IdP Entity ID" => known with { Issuer = value },
        "SP Entity ID" or "Identifier (Entity ID)" => known with { EntityId = value },
        "ACS URL" or "Reply URL (ACS URL)" => known with { AcsUrls = [value] },
        "IDP URL" => known with { Segment = value[(value.LastIndexOf('/') + 1)..] },
        "Declare Redirect Endpoint" => known with { DeclareRedirectEndpoint = value == "true" },
        "SAMLSubject NameID" => known with { NameIdSource = value },
        "SAMLSubject NameID Format" => known with { NameIdFormat = value },
        "Signature Algorithm" => known with { SignatureMethod = value == "RSA-SHA1" ? SignatureAlgorithms.RsaSha1 : SignatureAlgorithms.RsaSha256 },
        "Default RelayState" or "Relay State" => known with { DefaultRelayState = value },
        "Login URL" or "Sign on URL" => known with { SignOnUrl = value.Length == 0 ? null : value },
        "Attributes" or "Attributes & Claims" => known with { Claims = [.. Claims(action, value)] },
        _ => throw new PlayException(action.Location, $"an administrator cannot \"{action.Raw}\" at this identity provider"),
    };

    // "email = email, firstName = firstname": what the service provider calls it, then what the directory does.
    private static IEnumerable<ClaimMapping> Claims(Text action, string value) => value
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, var source]
            ? new ClaimMapping(name, source)
            : throw new PlayException(action.Location, $"\"{pair}\" is no attribute; write NAME = DIRECTORY FIELD"));
}
