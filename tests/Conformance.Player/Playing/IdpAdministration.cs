using Conformance.Scenarios.Model;

namespace Conformance.Player.Playing;

/// <summary>What an administrator can change at the identity provider while a scenario plays.</summary>
internal static class IdpAdministration
{
    public static void Do(Play play, Text action, string argument)
    {
        var idp = play.Stage.Idp;
        var application = idp.Applications.First(a => a.EntityId == play.Stage.Application.EntityId);
        switch (action.Bind(play.Scope.ValueOf))
        {
            case "assign":
                idp.Register(application with { AssignedPeople = [.. application.AssignedPeople, UserName()] });
                break;
            case "unassign":
                idp.Register(application with { AssignedPeople = [.. application.AssignedPeople.Where(name => name != UserName())] });
                ChangePerson(person => person with { Groups = [.. person.Groups.Except(application.AssignedGroups ?? [], StringComparer.Ordinal)] });
                break;
            case "disable":
                ChangePerson(person => person with { Disabled = true });
                break;
            case "enable":
                ChangePerson(person => person with { Disabled = false });
                break;
            case "activate":
                idp.Register(application with { Active = true });
                break;
            case "deactivate":
                idp.Register(application with { Active = false });
                break;
            case "acs-url":
                idp.Register(application with { AcsUrls = [argument] });
                break;
            default:
                throw new PlayException(
                    action.Location, $"an administrator cannot \"{action.Raw}\"; write assign, unassign, disable, enable, activate, deactivate or acs-url");
        }

        string UserName() => Member().AtIdp.UserName;

        CastMember Member() => play.Member(action with { Raw = argument });

        void ChangePerson(Func<Fakes.IdentityProvider.IdpPerson, Fakes.IdentityProvider.IdpPerson> change) =>
            idp.Add(change(idp.People.First(person => person.UserName == UserName())));
    }
}
