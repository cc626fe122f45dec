namespace Inburgering.Gateway.Verwerkingslog.Vorm;

/// <summary>The members a context gives to the canonical object, in six runs between which the line's own members stand.</summary>
/// <remarks>Made once for many lines by the verifier: the larger part of a line's object is its context.</remarks>
internal sealed class ContextForm
{
    public ContextForm(RegelContext context)
    {
        var to = new CanonicalJson();
        Actie = to.Members(m =>
        {
            m.Number("actie"u8, context.Actie);
            m.Text("activiteit"u8, context.Activiteit);
            m.Text("actor"u8, context.Actor);
            m.Text("beleid"u8, context.Beleid);
        });
        Bewaartermijn = to.Members(m =>
        {
            m.Text("bewaartermijn"u8, context.Bewaartermijn);
            m.Text("clientId"u8, context.ClientId);
            m.Text("doel"u8, context.Doel);
        });
        Naam = to.Members(m =>
        {
            m.Text("geleverd"u8, context.Geleverd);
            m.Text("gevraagd"u8, context.Gevraagd);
            m.Text("grondslag"u8, context.Grondslag);
            m.Text("naam"u8, context.Naam);
            m.Text("ontvanger"u8, context.Ontvanger);
            m.Text("oorsprong"u8, context.Oorsprong);
            m.Text("organisatie"u8, context.Organisatie);
        });
        Resultaat = to.Members(m =>
        {
            m.Text("reden"u8, context.Reden);
            m.Number("resultaat"u8, context.Resultaat);
            m.Text("rol"u8, context.Rol);
        });
        Status = to.Members(m => m.Number("status"u8, context.Status));
        Vorm = to.Members(m =>
        {
            m.Number("vertrouwelijkheid"u8, context.Vertrouwelijkheid);
            m.Number("vorm"u8, context.Vorm);
        });
    }

    /// <summary>From actie to beleid; the other runs likewise bear the name of a member that is always there.</summary>
    public byte[] Actie { get; }

    public byte[] Bewaartermijn { get; }

    public byte[] Naam { get; }

    public byte[] Resultaat { get; }

    public byte[] Status { get; }

    public byte[] Vorm { get; }
}
