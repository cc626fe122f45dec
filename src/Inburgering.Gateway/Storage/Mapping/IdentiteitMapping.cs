using Inburgering.Gateway.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Inburgering.Gateway.Storage.Mapping;

internal sealed class ClientMapping : IEntityTypeConfiguration<ClientRow>
{
    public void Configure(EntityTypeBuilder<ClientRow> builder)
    {
        builder.ToTable("client", "identiteit");
        builder.HasKey(c => c.ClientId).HasName("pk_client");
    }
}

internal sealed class ClientSleutelMapping : IEntityTypeConfiguration<ClientSleutelRow>
{
    public void Configure(EntityTypeBuilder<ClientSleutelRow> builder)
    {
        builder.ToTable("client_sleutel", "identiteit");
        builder.HasKey(s => new { s.ClientId, s.Kid }).HasName("pk_client_sleutel");
        builder.HasOne<ClientRow>().WithMany().HasForeignKey(s => s.ClientId).HasConstraintName("fk_client_sleutel_client");
    }
}

internal sealed class JtiMapping : IEntityTypeConfiguration<JtiRow>
{
    public void Configure(EntityTypeBuilder<JtiRow> builder)
    {
        builder.ToTable("jti", "identiteit");
        builder.HasKey(j => new { j.ClientId, j.Jti }).HasName("pk_jti");
        builder.HasIndex(j => j.Verloopt).HasDatabaseName("ix_jti_verloopt");
    }
}

internal sealed class AccountMapping : IEntityTypeConfiguration<AccountRow>
{
    public void Configure(EntityTypeBuilder<AccountRow> builder)
    {
        builder.ToTable("account", "identiteit");
        builder.HasKey(a => a.AccountId).HasName("pk_account");
        builder.HasIndex(a => a.Login).IsUnique().HasDatabaseName("ux_account_login");
        builder.Property(a => a.Gemeentecode).HasColumnName("hoort_bij").HasMaxLength(4);
    }
}

internal sealed class DataProtectionMapping : IEntityTypeConfiguration<DataProtectionRow>
{
    public void Configure(EntityTypeBuilder<DataProtectionRow> builder)
    {
        builder.ToTable("dataprotection", "identiteit");
        builder.HasKey(d => d.Naam).HasName("pk_dataprotection");
    }
}

internal sealed class BeleidMapping : IEntityTypeConfiguration<BeleidRow>
{
    public void Configure(EntityTypeBuilder<BeleidRow> builder)
    {
        builder.ToTable("beleid", "toegang");
        builder.HasKey(b => b.Versie).HasName("pk_beleid");
        builder.Property(b => b.Versie).UseIdentityAlwaysColumn();
        builder.HasIndex(b => b.Hash).IsUnique().HasDatabaseName("ux_beleid_hash");
    }
}

internal sealed class BeleidActiefMapping : IEntityTypeConfiguration<BeleidActiefRow>
{
    public void Configure(EntityTypeBuilder<BeleidActiefRow> builder)
    {
        builder.ToTable("beleid_actief", "toegang");
        builder.HasKey(b => b.Volgnummer).HasName("pk_beleid_actief");
        builder.Property(b => b.Volgnummer).UseIdentityAlwaysColumn();
    }
}

internal sealed class ActiviteitMapping : IEntityTypeConfiguration<ActiviteitRow>
{
    public void Configure(EntityTypeBuilder<ActiviteitRow> builder)
    {
        builder.ToTable("activiteit", "toegang");
        builder.HasKey(a => new { a.Id, a.Versie }).HasName("pk_activiteit");
    }
}

internal sealed class MerkMapping : IEntityTypeConfiguration<MerkRow>
{
    public void Configure(EntityTypeBuilder<MerkRow> builder)
    {
        builder.ToTable("merk", "toegang");
        builder.HasKey(m => m.Naam).HasName("pk_merk");
    }
}
