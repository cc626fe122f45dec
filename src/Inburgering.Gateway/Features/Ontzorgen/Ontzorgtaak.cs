using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Features.Logboek;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Ontzorgen;

/// <summary>A job that looks after payments when nobody does: it asks what an inkomensconsulent may ask, and its lines say which job it was.</summary>
internal sealed class Ontzorgtaak(AccessDesk desk, CallerRegister register, Beleid beleid, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    private const string Inkomen = "INK", Activiteit = "VA-15-betalen/1";

    /// <param name="actor">Name of the job.</param>
    /// <returns>Null: refused.</returns>
    public Question? Vraag(string actor, string gemeentecode) => desk.AskOntzorgen(register.Medewerker(actor, Inkomen, gemeentecode));

    /// <summary>Of what it did; about nobody until told otherwise.</summary>
    public Logregel Regel(string actor, string gemeentecode, string naam) => Taaklijn.Of(beleid, gemeentecode, actor, zaakklok.GetUtcNow(), Activiteit, null) with { Naam = naam, Aantal = 0 };
}
